interface Numbered {
  readonly code: string;
  readonly stem: string;
  readonly tail: number;
}

const SHORTEST_RUN = 3;

/** Codes as a matrix writes them, runs shortened: J1, J2, J3, U3 → `J1–J3`, `U3`. */
export const nameItems = (codes: readonly string[]): readonly string[] => {
  const runs: Numbered[][] = [];
  for (const one of codes.map(readCode)) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && one.stem !== '' && last.stem === one.stem && one.tail === last.tail + 1)
      runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first !== undefined && last !== undefined && run.length >= SHORTEST_RUN
      ? [`${first.code}–${last.code}`]
      : run.map(({ code }) => code);
  });
};

/** `J12` is the 12th of `J`, `C1b` the second of `C1`; what ends otherwise stands alone. */
const readCode = (code: string): Numbered => {
  const [, before, number] = /^(.*[A-Za-z_])(\d{1,3})$/.exec(code) ?? [];
  if (before !== undefined && number !== undefined) return { code, stem: before, tail: Number(number) };
  const [, root, letter] = /^(.*\d)([a-z])$/.exec(code) ?? [];
  return root !== undefined && letter !== undefined
    ? { code, stem: root, tail: letter.charCodeAt(0) }
    : { code, stem: '', tail: 0 };
};
