import type { SetVariable } from '../variables/variable';
import type { Banner } from './banners';
import type { Line } from './merges';
import type { RankingOfCell } from './table';
import type { TableContext } from './table-context';

/**
 * First places and mean points of each line of a ranking in each column: as many points for the first place as there are
 * places, one less for each next, none for what was not chosen. Points of merged options add up.
 *
 * @param bases Σ weight of the respondents of each column
 * @returns     by line and column; null for a question without an order
 * @source Borda (1781), as in statistics/ranking/borda-mean
 */
export const countPlaces = (
  { ranking, states }: SetVariable,
  lines: readonly Line[],
  { columnOf, columns }: Banner,
  { members, weights, bases }: Pick<TableContext, 'members' | 'weights'> & { readonly bases: Float64Array },
): readonly (readonly RankingOfCell[])[] | null => {
  if (ranking === undefined) return null;
  return lines.map(({ places: options }) => {
    const [first, points] = [new Float64Array(columns.length), new Float64Array(columns.length)];
    for (const option of options) {
      const placeOf = ranking.places[option] ?? new Uint8Array();
      for (let at = 0; at < placeOf.length; at += 1) {
        const place = placeOf[at] ?? 0;
        const column = columnOf[at] ?? -1;
        if (place === 0 || column < 0 || states[at] !== 0 || (members !== null && members[at] === 0)) continue;
        const w = weights === null ? 1 : (weights[at] ?? 0);
        if (place === 1) first[column] = (first[column] ?? 0) + w;
        points[column] = (points[column] ?? 0) + w * Math.max(0, ranking.most + 1 - place);
      }
    }
    return columns.map((_, column) => {
      const base = bases[column] ?? 0;
      return base > 0
        ? { first: (first[column] ?? 0) / base, points: (points[column] ?? 0) / base }
        : { first: null, points: null };
    });
  });
};
