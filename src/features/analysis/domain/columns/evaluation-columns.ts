import type { VersionId } from '../../../../platform/ids';
import type { NumberedAnswers } from '../../../responses/domain';
import type { VersionsByCode } from '../versions';
import { encodeAnswers } from './encode-answers';
import type { Chunk } from './field-rows';
import { createColumns, rowsUpTo, type QuestionnaireColumns, type QuestionnaireRows } from './questionnaire-columns';

/** A stretch of numbers, each version's rows apart. */
export type ChunkByVersion = ReadonlyMap<VersionId, Chunk>;

/** Answers of one evaluation as columns, one set for each questionnaire. */
export interface EvaluationColumns {
  readonly bytes: number;
  /** So many more rows of each version are coming. */
  expect(rows: ReadonlyMap<VersionId, number>): void;
  /** Adds rows; their numbers are higher than all before. Those to versions that are not known are left out. */
  append(chunks: ChunkByVersion): void;
  /** Whether one of these numbers is inside. */
  has(numbers: readonly number[]): boolean;
  /** Answers by questionnaire, in the order of codes; those nobody answered too. */
  rows(): readonly QuestionnaireRows[];
}

export const createEvaluationColumns = (versions: VersionsByCode): EvaluationColumns => {
  const columns = [...versions].map(([code, some]) => createColumns(code, some));
  const columnsOf = new Map(
    [...versions.values()].flatMap((some, at) => some.map(({ id }) => [id, columns[at]] as const)),
  );
  return {
    get bytes() {
      return columns.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    expect: (rows) => {
      for (const target of columns)
        target.expect([...rows].reduce((sum, [id, n]) => sum + (columnsOf.get(id) === target ? n : 0), 0));
    },
    append: (chunks) => {
      const all = [...chunks].map(([version, chunk]) => ({ version, chunk }));
      for (const target of columns)
        appendInOrder(
          target,
          all.filter(({ version }) => columnsOf.get(version) === target),
        );
    },
    has: (wanted) => wanted.some((number) => columns.some((each) => isAmong(each.rows().numbers, number))),
    rows: () => columns.map((each) => each.rows()),
  };
};

/** @param numbers ascending */
export const isAmong = (numbers: Uint32Array, number: number): boolean =>
  numbers[rowsUpTo(numbers, number) - 1] === number;

export const holdsAny = (chunks: ChunkByVersion, numbers: ReadonlySet<number>): boolean =>
  numbers.size > 0 && [...chunks.values()].some((chunk) => chunk.numbers.some((number) => numbers.has(number)));

interface OfVersion {
  readonly version: VersionId;
  readonly chunk: Chunk;
}

/** Rows of several versions by turns, so that numbers ascend. */
const appendInOrder = (target: QuestionnaireColumns, parts: readonly OfVersion[]): void => {
  for (const { version, chunk } of parts) {
    target.expect(chunk.n);
    target.count(version, chunk);
  }
  const places = parts.map(() => 0);
  for (;;) {
    const next = parts.map(({ chunk }, at) => chunk.numbers[places[at] ?? 0] ?? Infinity);
    const first = next.indexOf(Math.min(...next));
    const part = parts[first];
    if (part === undefined || next[first] === Infinity) return;
    const limit = Math.min(Infinity, ...next.filter((_, at) => at !== first));
    const from = places[first] ?? 0;
    let to = from;
    while ((part.chunk.numbers[to] ?? Infinity) < limit) to += 1;
    target.append(part.version, part.chunk, { from, to });
    places[first] = to;
  }
};

/** Responses as chunks; those to versions that are not known are left out. */
export const encodeByVersion = (versions: VersionsByCode, responses: readonly NumberedAnswers[]): ChunkByVersion => {
  const known = new Map([...versions.values()].flat().map(({ id, compiled }) => [id, compiled]));
  const byVersion = new Map<VersionId, NumberedAnswers[]>();
  for (const response of responses) {
    const some = byVersion.get(response.versionId) ?? [];
    some.push(response);
    byVersion.set(response.versionId, some);
  }
  return new Map(
    [...byVersion].flatMap(([id, some]) => {
      const compiled = known.get(id);
      return compiled === undefined ? [] : [[id, encodeAnswers(compiled, some)] as const];
    }),
  );
};
