import type { Evaluation } from '../../evaluations/domain';
import { subregionOf } from '../../organisations/domain';
import type { CompiledVersion } from '../../questionnaires/domain';
import type { Response } from '../../responses/domain';
import type { VersionId } from '../../../platform/ids';
import type { Column } from './columns/column';
import { readColumn } from './columns/read-column';
import { dimensionsOf, PROFILE, type Dimensions, type ResultsFilter, type Viewpoint } from './dimensions';
import { ALL, cellAt, countLattice, latticeShape, valueOf, type LatticeShape } from './disclosure/lattice';
import { protect } from './disclosure/protect';

/** Where a question stands in one questionnaire. */
export interface AnswerSource {
  readonly questionnaire: string;
  readonly field: string;
}

export type Versions = ReadonlyMap<VersionId, CompiledVersion>;

/** All answers of an evaluation, ready to be counted. Columns and protections are worked out once, when first asked for. */
export interface Dataset extends Dimensions {
  readonly evaluation: Evaluation;
  readonly n: number;
  /** Last day on which an answer came; null when none has. */
  readonly dataCut: string | null;
  column(sources: readonly AnswerSource[]): Column;
  /** Places of the respondents in a cell, given as one value or `ALL` per dimension. */
  members(cell: readonly number[]): Uint32Array;
  /** What may be shown of a base: the respondents for whom `isIn` holds; `key` names the base. */
  protection(key: string, isIn: (at: number) => boolean): Protection;
}

export interface Protection {
  readonly isHidden: (cell: readonly number[]) => boolean;
  /** Whether anyone at all of this group (by its place) is in the base: the others were not asked. */
  readonly concerns: (group: number) => boolean;
}

export interface DatasetParts {
  readonly evaluation: Evaluation;
  readonly versions: Versions;
  readonly responses: readonly Response[];
  readonly viewpoint: Viewpoint;
}

const DIMENSION = { institution: 0, subregion: 1, clientType: 2, completeness: 3 } as const;
const COMPLETE = 0;
const PARTIAL = 1;

export const createDataset = ({ evaluation, versions, responses, viewpoint }: DatasetParts): Dataset => {
  const dimensions = dimensionsOf(evaluation, [...versions.values()], viewpoint);
  const { groups, subregions, clientTypes } = dimensions;
  // One value more in each dimension: people whom no filter can choose.
  const shape = latticeShape([groups.length + 1, subregions.length + 1, clientTypes.length + 1, 2]);
  const cells = Uint32Array.from(responses, (response) =>
    cellAt(shape, valuesOf(response, dimensions, versions, evaluation)),
  );
  const rule = { smallestGroup: evaluation.smallestGroup, isUnpublished: (cell: number) => isUnpublished(shape, cell) };
  const columns = remembered((sources: readonly AnswerSource[]) =>
    readColumn(responses, fieldLookup(sources, versions)),
  );
  const protections = new Map<string, Protection>();
  const protection = (isIn: (at: number) => boolean): Protection => {
    const counts = countLattice(shape, cells, isIn);
    const hidden = protect(shape, counts, rule);
    return {
      isHidden: (cell) => hidden[cellAt(shape, cell)] === 1,
      concerns: (group) => (counts[cellAt(shape, [group, ALL, ALL, ALL])] ?? 0) > 0,
    };
  };
  return {
    ...dimensions,
    evaluation,
    n: responses.length,
    dataCut: responses.reduce<string | null>(
      (last, { receivedOn }) => (last === null || receivedOn > last ? receivedOn : last),
      null,
    ),
    column: columns,
    members: (cell) => membersOf(shape, cells, cell),
    protection: (key, isIn) => {
      const known = protections.get(key) ?? protection(isIn);
      protections.set(key, known);
      return known;
    },
  };
};

/** The cell that a filter opens. A filter holds known codes only: the edge has checked them. */
export const cellOf = ({ groups, subregions, clientTypes }: Dimensions, filter: ResultsFilter): readonly number[] => [
  placeOf(groups, filter.institution),
  placeOf(subregions, filter.subregion),
  placeOf(clientTypes, filter.clientType),
  filter.completeOnly ? COMPLETE : ALL,
];

const placeOf = (values: readonly { readonly code: string }[], code: string | null): number => {
  if (code === null) return ALL;
  const place = values.findIndex((value) => value.code === code);
  if (place < 0) throw new RangeError(`No such value: ${code}`);
  return place;
};

const valuesOf = (
  response: Response,
  { groups, subregions, clientTypes }: Dimensions,
  versions: Versions,
  evaluation: Evaluation,
) => {
  const version = versions.get(response.versionId);
  const institution = institutionOf(response, version, evaluation);
  const subregion = territoryOf(response);
  const place = (found: number, outside: number): number => (found < 0 ? outside : found);
  return [
    place(
      groups.findIndex(({ members }) => members.includes(institution)),
      groups.length,
    ),
    place(
      subregions.findIndex(({ code }) => code === subregion),
      subregions.length,
    ),
    place(
      clientTypes.findIndex(({ code }) => code === response.answers[PROFILE.clientType]),
      clientTypes.length,
    ),
    response.status === 'complete' ? COMPLETE : PARTIAL,
  ];
};

/** The OWES a client named; a questionnaire that does not ask for one is about ROPS. Empty: another or none. */
const institutionOf = (
  response: Response,
  version: CompiledVersion | undefined,
  { institutions }: Evaluation,
): string => {
  if (version?.fieldByCode.has(PROFILE.institution) === false)
    return institutions.find(({ kind }) => kind === 'rops')?.code ?? '';
  const named = response.answers[PROFILE.institution];
  return institutions.find(({ code }) => code === named)?.code ?? '';
};

const territoryOf = ({ answers }: Response): string | undefined => {
  for (const code of PROFILE.territories) {
    const terc = answers[code];
    if (typeof terc === 'string') return subregionOf(terc)?.code;
  }
  return undefined;
};

const isUnpublished = (shape: LatticeShape, cell: number): boolean =>
  shape.sizes.some((size, dimension) => {
    const value = valueOf(shape, cell, dimension);
    return dimension === DIMENSION.completeness ? value === PARTIAL : value === size - 1;
  });

const membersOf = (shape: LatticeShape, cells: Uint32Array, wanted: readonly number[]): Uint32Array => {
  const members: number[] = [];
  for (const [at, cell] of cells.entries())
    if (wanted.every((value, dimension) => value === ALL || valueOf(shape, cell, dimension) === value))
      members.push(at);
  return Uint32Array.from(members);
};

const fieldLookup = (sources: readonly AnswerSource[], versions: Versions) => {
  const fields = new Map(
    [...versions].map(([id, version]) => {
      const source = sources.find(({ questionnaire }) => questionnaire === version.definition.code);
      return [id, source && version.fieldByCode.get(source.field)] as const;
    }),
  );
  return (response: Response) => fields.get(response.versionId);
};

const remembered = (read: (sources: readonly AnswerSource[]) => Column) => {
  const known = new Map<string, Column>();
  return (sources: readonly AnswerSource[]): Column => {
    const key = keyOf(sources);
    const column = known.get(key) ?? read(sources);
    known.set(key, column);
    return column;
  };
};

/** Name of a question across questionnaires: `owes-clients.Z3+rops-partners.R29`. */
export const keyOf = (sources: readonly AnswerSource[]): string =>
  sources.map(({ questionnaire, field }) => `${questionnaire}.${field}`).join('+');
