import type { Evaluation } from '../../evaluations/domain';
import type { CompiledVersion } from '../../questionnaires/domain';
import type { Response } from '../../responses/domain';
import type { VersionId } from '../../../platform/ids';
import type { Column } from './columns/column';
import { columnOf } from './columns/column-of';
import { createEvaluationColumns, encodeByVersion } from './columns/evaluation-columns';
import { noticesOf } from './columns/follow-field';
import type { VersionNotice } from './columns/notice';
import type { QuestionnaireRows } from './columns/questionnaire-columns';
import { dimensionsOf, type Dimensions, type Viewpoint } from './dimensions';
import { standingOf, type Standing } from './standing';
import { byQuestionnaire, type VersionsByCode } from './versions';

/** Where a question stands in one questionnaire. */
export interface AnswerSource {
  readonly questionnaire: string;
  readonly field: string;
}

export type Versions = ReadonlyMap<VersionId, CompiledVersion>;

/** All answers of an evaluation at one moment, questionnaire by questionnaire, ready to be counted. It never changes. */
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
  /** Where everyone stands among institutions, subregions and client types. */
  readonly lattice: Standing;
  /** Answers to one questionnaire alone. */
  rowsOf(questionnaire: string): QuestionnaireRows | undefined;
}

interface DatasetFrame {
  readonly evaluation: Evaluation;
  readonly versions: Versions;
  /** Calendar days on which versions were published, where they are known. */
  readonly publishedOn?: ReadonlyMap<VersionId, string>;
  readonly viewpoint: Viewpoint;
}

export interface DatasetParts extends DatasetFrame {
  readonly responses: readonly Response[];
}

/** For a handful of responses at hand; their order is the order of their numbers. */
export const createDataset = ({ responses, ...frame }: DatasetParts): Dataset => {
  const versions = versionsOf(frame);
  const columns = createEvaluationColumns(versions);
  columns.append(
    encodeByVersion(
      versions,
      responses.map((response, at) => ({ ...response, sequence: at + 1 })),
    ),
  );
  return datasetOf(frame, columns.rows());
};

export const versionsOf = ({ versions, publishedOn }: Pick<DatasetFrame, 'versions' | 'publishedOn'>): VersionsByCode =>
  byQuestionnaire([...versions].map(([id, compiled]) => ({ id, compiled, publishedOn: publishedOn?.get(id) ?? null })));

/** @param rows of each questionnaire of the evaluation */
export const datasetOf = (frame: DatasetFrame, rows: readonly QuestionnaireRows[]): Dataset => {
  const { evaluation, versions, viewpoint } = frame;
  const known = versionsOf(frame);
  const dimensions = dimensionsOf(evaluation, [...versions.values()], viewpoint);
  let standing: Standing | undefined;
  return {
    ...dimensions,
    evaluation,
    n: rows.reduce((sum, { n }) => sum + n, 0),
    dataCut: lastDayOf(rows),
    column: remembered((sources) =>
      columnOf({ rows, fields: new Map(sources.map(({ questionnaire, field }) => [questionnaire, field])) }),
    ),
    notices: noticing(known, rows, evaluation),
    isSensitive: (sources) => sources.some((source) => isSensitiveIn(source, versions)),
    get lattice() {
      standing ??= standingOf(rows, dimensions, evaluation);
      return standing;
    },
    rowsOf: (questionnaire) => rows.find(({ code }) => code === questionnaire),
  };
};

const isSensitiveIn = ({ questionnaire, field }: AnswerSource, versions: Versions): boolean =>
  [...versions.values()].some(
    ({ definition, fieldByCode }) =>
      definition.code === questionnaire && fieldByCode.get(field)?.item.sensitive === true,
  );

const DAY_MS = 86_400_000;

export const lastDayOf = (rows: readonly Pick<QuestionnaireRows, 'days'>[]): string | null => {
  let last = 0;
  for (const { days } of rows) for (const day of days) if (day > last) last = day;
  return last === 0 ? null : new Date(last * DAY_MS).toISOString().slice(0, 10);
};

const noticing =
  (versions: VersionsByCode, rows: readonly QuestionnaireRows[], { smallestGroup }: Evaluation): Dataset['notices'] =>
  (sources) =>
    sources.flatMap(({ questionnaire, field }) =>
      noticesOf(
        {
          versions: versions.get(questionnaire) ?? [],
          countAnswers: (code, some) => rows.find((each) => each.code === questionnaire)?.countAnswers(code, some) ?? 0,
          smallestGroup,
        },
        field,
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
