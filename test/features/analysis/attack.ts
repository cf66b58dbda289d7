import loadHighs, { type Highs } from 'highs';

/** One thing the attacker knows: some unknown counts add up to a number between two. */
export interface Known {
  /** Places of the unknown counts. */
  readonly of: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Nobody believes that a region has more clients. */
const MOST_PEOPLE = 10_000;

let solver: Promise<Highs> | undefined;

/**
 * Between which numbers a sum of unknown counts must lie, given everything known: whole numbers, none negative. The attacker of
 * disclosure control, armed with a solver.
 */
export const boundsOf = async (
  unknowns: number,
  known: readonly Known[],
  target: readonly number[],
): Promise<{ readonly least: number; readonly most: number }> => {
  solver ??= loadHighs();
  const highs = await solver;
  const sum = (places: readonly number[]): string => places.map((place) => `x${place}`).join(' + ');
  const lines = known
    .filter(({ of }) => of.length > 0)
    .flatMap(({ of, least, most }, at) =>
      least === most
        ? [` e${at}: ${sum(of)} = ${least}`]
        : [` l${at}: ${sum(of)} >= ${least}`, ...(Number.isFinite(most) ? [` m${at}: ${sum(of)} <= ${most}`] : [])],
    );
  const all = Array.from({ length: unknowns }, (_, place) => `x${place}`).join(' ');
  const bounds = Array.from({ length: unknowns }, (_, place) => ` x${place} <= ${MOST_PEOPLE}`).join('\n');
  const solve = (goal: 'Minimize' | 'Maximize'): number => {
    const problem = `${goal}\n obj: ${sum(target)}\nSubject To\n${lines.join('\n')}\nBounds\n${bounds}\nGenerals\n ${all}\nEnd\n`;
    const { Status, ObjectiveValue } = highs.solve(problem, { output_flag: false });
    if (Status !== 'Optimal') throw new Error(`The attacker's problem is ${Status}`);
    return Math.round(ObjectiveValue);
  };
  return { least: solve('Minimize'), most: solve('Maximize') };
};
