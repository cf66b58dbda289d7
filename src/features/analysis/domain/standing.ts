import type { Evaluation } from '../../evaluations/domain';
import type { NamedRows } from './columns/field-rows';
import type { QuestionnaireRows } from './columns/questionnaire-columns';
import type { Dimensions } from './dimensions';
import { latticeShape, type LatticeShape } from './disclosure/lattice';

/** The finest cell of each respondent, and 1 for each who finished. */
export interface Standing {
  readonly shape: LatticeShape;
  readonly cells: Uint32Array;
  readonly isComplete: Uint8Array;
}

/** Where everyone stands among institutions, subregions and client types. */
export const standingOf = (
  rows: readonly QuestionnaireRows[],
  dimensions: Dimensions,
  evaluation: Evaluation,
): Standing => {
  const { groups, subregions, clientTypes } = dimensions;
  // One value more in each dimension: people whom no filter can choose.
  const shape = latticeShape([groups.length + 1, subregions.length + 1, clientTypes.length + 1]);
  const n = rows.reduce((sum, each) => sum + each.n, 0);
  const cells = new Uint32Array(n);
  const isComplete = new Uint8Array(n);
  let start = 0;
  for (const each of rows) {
    isComplete.set(each.complete, start);
    placingsOf(each, dimensions, evaluation).forEach(({ placeOf, named }, dimension) => {
      const [size = 0, stride = 0] = [shape.sizes[dimension], shape.strides[dimension]];
      const cellOf = Uint32Array.from(placeOf, (place) => stride * (place < 0 ? size - 1 : place));
      const nowhere = stride * (size - 1);
      for (let row = 0; row < each.n; row += 1) {
        const code = named.places[row] ?? -1;
        cells[start + row] = (cells[start + row] ?? 0) + (code < 0 ? nowhere : (cellOf[code] ?? nowhere));
      }
    });
    start += each.n;
  }
  return { shape, cells, isComplete };
};

export interface Placing {
  /** By code that was named: its place in the dimension; negative = in none. */
  readonly placeOf: Int16Array;
  readonly named: NamedRows;
}

/** How respondents of a questionnaire stand in each dimension: institution, subregion, client type. */
export const placingsOf = (
  { institution, subregion, clientType }: QuestionnaireRows,
  { groups, subregions, clientTypes }: Dimensions,
  { institutions }: Evaluation,
): readonly [Placing, Placing, Placing] => {
  // A questionnaire that does not ask for an institution is about ROPS.
  const rops = institutions.find(({ kind }) => kind === 'rops')?.code ?? '';
  const isKnown = (code: string): boolean => institutions.some((each) => each.code === code);
  const placing = (named: NamedRows, find: (code: string) => number): Placing => ({
    placeOf: Int16Array.from(named.codes, find),
    named,
  });
  return [
    placing(institution, (code) => {
      const own = code === '' ? rops : isKnown(code) ? code : '';
      return groups.findIndex(({ members }) => members.includes(own));
    }),
    placing(subregion, (code) => subregions.findIndex((each) => each.code === code)),
    placing(clientType, (code) => clientTypes.findIndex((each) => each.code === code)),
  ];
};
