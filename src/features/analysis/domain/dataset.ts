import type { Evaluation } from '../../evaluations/domain';
import { subregionOf } from '../../organisations/domain';
import type { CompiledVersion } from '../../questionnaires/domain';
import type { Response } from '../../responses/domain';
import type { VersionId } from '../../../platform/ids';
import type { Column } from './columns/column';
import { countAnswers } from './columns/count-answers';
import { flowingTogether, followField, noticesOf } from './columns/follow-field';
import type { VersionNotice } from './columns/notice';
import { readColumn, type FieldByVersion } from './columns/read-column';
import { dimensionsOf, PROFILE, type Dimensions, type ResultsFilter, type Viewpoint } from './dimensions';
import { ALL, cellAt, countLattice, latticeShape, valueOf, type LatticeShape } from './disclosure/lattice';
import { protect, protectWithin } from './disclosure/protect';
import { byQuestionnaire, type VersionsByCode } from './versions';

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
  /** Answers of all versions that may flow together with the newest that asks. */
  column(sources: readonly AnswerSource[]): Column;
  /** What must be said wherever these answers are shown: changed words, answers left out. */
  notices(sources: readonly AnswerSource[]): readonly VersionNotice[];
  /** Whether any version marks one of these questions as sensitive. */
  isSensitive(sources: readonly AnswerSource[]): boolean;
  /** Places of the respondents in a cell. */
  members(cell: Cell): Members;
  protection(base: Base): Protection;
}

/** A part of the respondents: one value or `ALL` of institution, subregion and client type. */
export interface Cell {
  readonly values: readonly number[];
  readonly completeOnly: boolean;
}

/** Places of respondents in the columns. */
export interface Members {
  readonly everyone: Uint32Array;
  /** Without people who deal with none of the evaluated institutions. */
  readonly insiders: Uint32Array;
}

/** Who is in the base of a question. */
export interface Base {
  /** Names it: two bases of one key are the same. */
  readonly key: string;
  readonly isIn: (at: number) => boolean;
  /**
   * Asked about the institution one deals with. People who deal with none of the evaluated ones answer about another,
   * and are left out.
   */
  readonly isAboutInstitution: boolean;
  /** Shown for the whole region only. */
  readonly isSensitive: boolean;
}

/** What may be shown of a base. */
export interface Protection {
  readonly isHidden: (cell: Cell) => boolean;
  /** Whether anyone at all of this group (by its place) is in the base: the others were not asked. */
  readonly concerns: (group: number) => boolean;
  /** People outside the evaluated institutions are counted only where enough of them are not to be found out. */
  readonly countsOutsiders: boolean;
}

export interface DatasetParts {
  readonly evaluation: Evaluation;
  readonly versions: Versions;
  /** Calendar days on which versions were published, where they are known. */
  readonly publishedOn?: ReadonlyMap<VersionId, string>;
  readonly responses: readonly Response[];
  readonly viewpoint: Viewpoint;
}

export const createDataset = ({ evaluation, versions, publishedOn, responses, viewpoint }: DatasetParts): Dataset => {
  const known = byQuestionnaire(
    [...versions].map(([id, compiled]) => ({ id, compiled, publishedOn: publishedOn?.get(id) ?? null })),
  );
  const dimensions = dimensionsOf(evaluation, [...versions.values()], viewpoint);
  const { groups, subregions, clientTypes } = dimensions;
  // One value more in each dimension: people whom no filter can choose.
  const shape = latticeShape([groups.length + 1, subregions.length + 1, clientTypes.length + 1]);
  const cells = Uint32Array.from(responses, (response) =>
    cellAt(shape, valuesOf(response, dimensions, versions, evaluation)),
  );
  const rule = { smallestGroup: evaluation.smallestGroup, ...publicationOf(shape) };
  const columns = remembered((sources: readonly AnswerSource[]) =>
    readColumn(responses, fieldsByVersion(sources, known)),
  );
  const protections = new Map<string, Protection>();
  const isComplete = Uint8Array.from(responses, ({ status }) => (status === 'complete' ? 1 : 0));
  const isOutsider = Uint8Array.from(cells, (cell) => (valueOf(shape, cell, 0) === groups.length ? 1 : 0));
  const protection = ({ isIn, isAboutInstitution, isSensitive }: Base): Protection => {
    const outsiders = isOutsider.reduce((sum, outside, at) => sum + (outside === 1 && isIn(at) ? 1 : 0), 0);
    const countsOutsiders = !isAboutInstitution && outsiders >= evaluation.smallestGroup;
    const isCounted = (at: number): boolean => (countsOutsiders || isOutsider[at] === 0) && isIn(at);
    const counts = countLattice(shape, cells, isCounted);
    const hidden = protect(shape, counts, rule);
    const ofComplete = countLattice(shape, cells, (at) => isComplete[at] === 1 && isCounted(at));
    const complete = protectWithin(shape, { counts, hidden }, ofComplete, rule);
    return {
      isHidden: ({ values, completeOnly }) =>
        (isSensitive && values.some((value) => value !== ALL)) ||
        (completeOnly ? complete : hidden)[cellAt(shape, values)] === 1,
      concerns: (group) => (counts[cellAt(shape, [group, ALL, ALL])] ?? 0) > 0,
      countsOutsiders,
    };
  };
  return {
    ...dimensions,
    evaluation,
    n: responses.length,
    dataCut: lastDayOf(responses),
    column: columns,
    notices: noticing(known, responses, evaluation),
    isSensitive: (sources) => sources.some((source) => isSensitiveIn(source, versions)),
    members: ({ values, completeOnly }) => {
      const everyone = membersOf(shape, cells, values).filter((at) => !completeOnly || isComplete[at] === 1);
      return { everyone, insiders: everyone.filter((at) => isOutsider[at] === 0) };
    },
    protection: (base) => {
      const known = protections.get(base.key) ?? protection(base);
      protections.set(base.key, known);
      return known;
    },
  };
};

const isSensitiveIn = ({ questionnaire, field }: AnswerSource, versions: Versions): boolean =>
  [...versions.values()].some(
    ({ definition, fieldByCode }) =>
      definition.code === questionnaire && fieldByCode.get(field)?.item.sensitive === true,
  );

const lastDayOf = (responses: readonly Response[]): string | null =>
  responses.reduce<string | null>(
    (last, { receivedOn }) => (last === null || receivedOn > last ? receivedOn : last),
    null,
  );

const noticing =
  (versions: VersionsByCode, responses: readonly Response[], { smallestGroup }: Evaluation): Dataset['notices'] =>
  (sources) =>
    sources.flatMap(({ questionnaire, field }) =>
      noticesOf(
        {
          versions: versions.get(questionnaire) ?? [],
          countAnswers: (code, some) => countAnswers(responses, code, some),
          smallestGroup,
        },
        field,
      ),
    );

/** The cell that a filter opens. A filter holds known codes only: the edge has checked them. */
export const cellOf = ({ groups, subregions, clientTypes }: Dimensions, filter: ResultsFilter): Cell => ({
  values: [
    placeOf(groups, filter.institution),
    placeOf(subregions, filter.subregion),
    placeOf(clientTypes, filter.clientType),
  ],
  completeOnly: filter.completeOnly,
});

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

/** The last value of each dimension is nobody's choice: another institution, an unknown territory or type. */
const publicationOf = (shape: LatticeShape) => {
  const isLast = (cell: number, dimension: number): boolean =>
    valueOf(shape, cell, dimension) === (shape.sizes[dimension] ?? 0) - 1;
  return {
    isUnpublished: (cell: number) => shape.sizes.some((_, dimension) => isLast(cell, dimension)),
    isUnrecognisable: (cell: number) => isLast(cell, 1) || isLast(cell, 2),
  };
};

const membersOf = (shape: LatticeShape, cells: Uint32Array, wanted: readonly number[]): Uint32Array => {
  const chosen = wanted.flatMap((value, dimension) => (value === ALL ? [] : [{ value, dimension }]));
  const places = Uint32Array.from(cells, (_, at) => at);
  return places.filter((at) =>
    chosen.every(({ value, dimension }) => valueOf(shape, cells[at] ?? 0, dimension) === value),
  );
};

/** The newest version first: its choices and their words win. */
const fieldsByVersion = (sources: readonly AnswerSource[], versions: VersionsByCode): FieldByVersion =>
  new Map(
    sources.flatMap(({ questionnaire, field }) =>
      flowingTogether(followField(versions.get(questionnaire) ?? [], field)).map(
        (asked) => [asked.version.id, asked.field] as const,
      ),
    ),
  );

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
