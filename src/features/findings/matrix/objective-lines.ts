/** An objective in a form: what is typed, and where it stood before. */
export interface ObjectiveLine {
  readonly text: string;
  readonly was: number | null;
}

/** The fields of a form side by side; one that is empty keeps its place until it is saved. */
export const objectiveLines = (texts: readonly string[], was: readonly string[]): readonly ObjectiveLine[] =>
  texts.map((text, at) => {
    const before = was[at] ?? '';
    return { text, was: /^\d+$/.test(before) ? Number(before) : null };
  });

/** `wyzej-2` exchanges the third with the second, `pole` adds an empty one. */
export const arrangeObjectives = (lines: readonly ObjectiveLine[], action: string): readonly ObjectiveLine[] => {
  if (action === 'pole') return [...lines, { text: '', was: null }];
  const [, direction, place] = /^(wyzej|nizej)-(\d+)$/.exec(action) ?? [];
  const at = Number(place);
  const to = direction === 'wyzej' ? at - 1 : at + 1;
  const [line, other] = [lines[at], lines[to]];
  return line === undefined || other === undefined ? lines : lines.with(at, other).with(to, line);
};
