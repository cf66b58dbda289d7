export const largestMessageBytes = 48_000_000;
const headerBytes = 16;

/** Thrown for bytes that no driver sends; the connection is closed without an answer. */
export class ProtocolError extends Error {}

/** Cuts a byte stream into whole messages. */
export async function* frames(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let parts: Buffer[] = [];
  let available = 0;
  for await (const part of stream) {
    parts.push(part);
    available += part.length;
    if (available < expectedLength(parts)) continue;
    let rest = parts.length === 1 ? part : Buffer.concat(parts);
    for (let length = expectedLength([rest]); rest.length >= length; length = expectedLength([rest])) {
      yield rest.subarray(0, length);
      rest = rest.subarray(length);
    }
    parts = [rest];
    available = rest.length;
  }
}

/** The length that the first message announces; as long as even that is incomplete, the length of a header. */
const expectedLength = (parts: Buffer[]): number => {
  const [first] = parts;
  if (!first) return headerBytes;
  if (first.length < 4) {
    if (parts.length === 1) return headerBytes;
    parts.splice(0, parts.length, Buffer.concat(parts));
    return expectedLength(parts);
  }
  const length = first.readInt32LE(0);
  if (length < headerBytes || length > largestMessageBytes) throw new ProtocolError(`message length ${length}`);
  return length;
};
