export const largestMessageBytes = 48_000_000;
const headerBytes = 16;

/** Thrown for bytes that no driver sends; the connection is closed without an answer. */
export class ProtocolError extends Error {}

/** Cuts a byte stream into whole messages; `tellUnfinished` is told how many bytes of one have come that has not ended. */
export async function* frames(
  stream: AsyncIterable<Buffer>,
  tellUnfinished: (bytes: number) => void = () => undefined,
): AsyncIterable<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let filled = 0;
  for await (const part of stream) {
    let bytes = part;
    if (filled > 0) {
      rest = grown(rest, filled, filled + part.length);
      part.copy(rest, filled);
      bytes = rest.subarray(0, filled + part.length);
    }
    let at = 0;
    for (let length = lengthAt(bytes, at); at + length <= bytes.length; length = lengthAt(bytes, at)) {
      tellUnfinished(0);
      yield bytes.subarray(at, at + length);
      at += length;
    }
    if (at > 0 || bytes === part) rest = Buffer.from(bytes.subarray(at));
    filled = bytes.length - at;
    tellUnfinished(filled);
  }
}

/** Room for so many bytes: twice as much each time, so that a message in many small parts is copied few times. */
const grown = (buffer: Buffer, filled: number, needed: number): Buffer => {
  if (needed <= buffer.length) return buffer;
  const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(2 * buffer.length, largestMessageBytes)));
  buffer.copy(larger, 0, 0, filled);
  return larger;
};

/** The length that a message announces; as long as even that is incomplete, the length of a header. */
const lengthAt = (bytes: Buffer, at: number): number => {
  if (bytes.length - at < 4) return headerBytes;
  const length = bytes.readInt32LE(at);
  if (length < headerBytes || length > largestMessageBytes) throw new ProtocolError(`message length ${length}`);
  return length;
};
