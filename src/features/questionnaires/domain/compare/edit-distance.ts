/** Letters to insert, remove or replace to get from one text to the other (Levenshtein 1966). */
export const editDistance = (before: string, after: string): number => {
  let row = Uint32Array.from({ length: after.length + 1 }, (_, at) => at);
  for (let a = 1; a <= before.length; a += 1) {
    const next = new Uint32Array(after.length + 1);
    next[0] = a;
    for (let b = 1; b <= after.length; b += 1) {
      const replaced = (row[b - 1] ?? 0) + (before[a - 1] === after[b - 1] ? 0 : 1);
      next[b] = Math.min(replaced, (row[b] ?? 0) + 1, (next[b - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[after.length] ?? 0;
};
