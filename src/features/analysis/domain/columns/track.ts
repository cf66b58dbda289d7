export type Cells = Int8Array | Int16Array | Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A list of numbers that grows at its end. Whoever was handed a part of it keeps that part as it was. */
export interface Track<C extends Cells = Cells> {
  cells: C;
  /** Numbers for each respondent. */
  readonly width: number;
}

export const track = <C extends Cells>(empty: C, width = 1): Track<C> => ({ cells: empty, width });

/** Room for so many respondents; the first `n` stay. */
export const reserve = (
  { n, capacity }: { readonly n: number; readonly capacity: number },
  tracks: Iterable<Track>,
) => {
  for (const each of tracks) {
    const wanted = capacity * each.width;
    if (each.cells.length >= wanted) continue;
    const grown = new (each.cells.constructor as new (length: number) => Cells)(wanted);
    grown.set(each.cells.subarray(0, n * each.width));
    each.cells = grown;
  }
};

export const firstOf = <C extends Cells>({ cells, width }: Track<C>, n: number): C => cells.subarray(0, n * width) as C;

/** Copies rows of a source to the end. */
export const copyRows = (
  { cells, width }: Track,
  source: Cells,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
): void => {
  cells.set(source.subarray(from * width, to * width), at * width);
};

export const bytesOf = (tracks: Iterable<Track>): number => {
  let bytes = 0;
  for (const { cells } of tracks) bytes += cells.byteLength;
  return bytes;
};
