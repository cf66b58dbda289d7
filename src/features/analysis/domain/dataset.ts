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
import { dimensionsOf, PROFILE, type Dimensions, type Viewpoint } from './dimensions';
import type { Cell } from './tallies/cell';
import { ALL, cellAt, latticeShape, valueOf, type LatticeShape } from './disclosure/lattice';
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
  /** Where everyone stands among institutions, subregions and client types. */
  readonly lattice: Standing;
}

/** The finest cell of each respondent, and 1 for each who finished. */
export interface Standing {
  readonly shape: LatticeShape;
  readonly cells: Uint32Array;
  readonly isComplete: Uint8Array;
}

/** Places of respondents in the columns. */
export interface Members {
  readonly everyone: Uint32Array;
  /** Without people who deal with none of the evaluated institutions. */
  readonly insiders: Uint32Array;
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
  const columns = remembered((sources: readonly AnswerSource[]) =>
    readColumn(responses, fieldsByVersion(sources, known)),
  );
  const isComplete = Uint8Array.from(responses, ({ status }) => (status === 'complete' ? 1 : 0));
  const isOutsider = Uint8Array.from(cells, (cell) => (valueOf(shape, cell, 0) === groups.length ? 1 : 0));
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
    lattice: { shape, cells, isComplete },
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
