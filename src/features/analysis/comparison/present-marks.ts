import type { Evaluation } from '../../evaluations';
import { INSTITUTION, type DisclosedComparison } from '../domain/comparison';

/** Colour and shape of a group, the same everywhere: A navy circle, B ochre square, ROPS rose triangle. */
export interface MarkView {
  readonly colour: '1' | '2' | '3' | '4' | '5';
  readonly shape: 'circle' | 'rect' | 'triangle' | 'rectRot';
}

const BY_SERIES: Readonly<Record<string, MarkView>> = {
  s1: { colour: '1', shape: 'circle' },
  s2: { colour: '2', shape: 'rect' },
  s3: { colour: '3', shape: 'triangle' },
  s4: { colour: '4', shape: 'rectRot' },
};
const ORDER = ['s1', 's2', 's3', 's4'] as const;

/** Of everybody together, and of groups too many for colours of their own. */
export const PLAIN_MARK: MarkView = { colour: '5', shape: 'rectRot' };
const ONE_OF_MANY: MarkView = { colour: '5', shape: 'circle' };

/** So many groups have colours of their own and stand in one row. */
export const MOST_IN_ROW = ORDER.length;

export const marksOf = (
  { units, unit }: DisclosedComparison,
  { institutions }: Pick<Evaluation, 'institutions'>,
): ((code: string) => MarkView) => {
  if (units.length > MOST_IN_ROW) return () => ONE_OF_MANY;
  const known = new Map(
    units.map(({ code }, at) => {
      const series = institutions.find((one) => one.code === code)?.series;
      const key = unit.variable === INSTITUTION && series !== undefined ? series : (ORDER[at] ?? 's4');
      return [code, BY_SERIES[key] ?? PLAIN_MARK];
    }),
  );
  return (code) => known.get(code) ?? PLAIN_MARK;
};
