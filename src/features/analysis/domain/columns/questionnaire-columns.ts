import type { VersionId } from '../../../../platform/ids';
import type { KnownVersion } from '../versions';
import { layoutOf, type FieldLayout } from './field-layout';
import type { Chunk, FieldRows, NamedRows, ProfileRows } from './field-rows';
import { fieldWriter, mappingBetween, type FieldWriter, type Stretch } from './field-writer';
import { flowingTogether, followField } from './follow-field';
import { bytesOf, copyRows, firstOf, reserve, track, type Track } from './track';

/** All answers to one questionnaire at one moment: rows of every version in the order of their numbers. */
export interface QuestionnaireRows extends ProfileRows {
  readonly code: string;
  readonly n: number;
  readonly layouts: ReadonlyMap<string, FieldLayout>;
  /** Answers that may stand beside those of the newest version that asks; the others count as not asked. */
  readonly field: (code: string) => FieldRows | undefined;
  /** Answers given to a field in some versions; "don't know" is an answer. */
  readonly countAnswers: (code: string, versions: ReadonlySet<VersionId>) => number;
  /** Those with numbers up to a cut: the answers as they were then, but for break-offs that gave way since. */
  readonly upTo: (cut: number) => QuestionnaireRows;
}

/** Columns of one questionnaire that grow as answers come. */
export interface QuestionnaireColumns {
  readonly code: string;
  readonly n: number;
  readonly bytes: number;
  /** So many more rows are coming. */
  expect(rows: number): void;
  /** Adds rows of one version; their numbers are higher than all before. */
  append(version: VersionId, chunk: Chunk, range: { readonly from: number; readonly to: number }): void;
  /** Once for each chunk: what is counted of it as a whole. */
  count(version: VersionId, chunk: Chunk): void;
  /** All rows of this moment. They stay as they are whatever is appended. */
  rows(): QuestionnaireRows;
}

interface Part {
  readonly layout: FieldLayout;
  readonly writer: FieldWriter;
  /** By version that may flow in: how its options become these. */
  readonly maps: ReadonlyMap<VersionId, Int16Array | null>;
}

const partsOf = (versions: readonly KnownVersion[]): ReadonlyMap<string, Part> => {
  const parts = new Map<string, Part>();
  for (const { compiled } of versions)
    for (const { code } of compiled.fields) {
      const together = parts.has(code) ? [] : flowingTogether(followField(versions, code));
      const layout = together[0] && layoutOf(together[0].field);
      if (!layout) continue;
      const maps = together.flatMap(({ version, field }) => {
        const from = layoutOf(field);
        return from === null ? [] : [[version.id, mappingBetween(from, layout)] as const];
      });
      parts.set(code, { layout, writer: fieldWriter(layout), maps: new Map(maps) });
    }
  return parts;
};

/** Room grows by an eighth, so that little of it is empty. */
const roomFor = (n: number): number => Math.max(64, Math.ceil(n * 1.125));

/** @param versions of the questionnaire, the newest first */
export const createColumns = (code: string, versions: readonly KnownVersion[]): QuestionnaireColumns => {
  const parts = partsOf(versions);
  const profile = profileWriter();
  const tracks: readonly Track[] = [...profile.tracks, ...[...parts.values()].flatMap(({ writer }) => writer.tracks)];
  const answered = new Map<string, number>();
  let [n, capacity] = [0, 0];
  const expect = (rows: number): void => {
    if (n + rows <= capacity) return;
    capacity = capacity === 0 ? n + rows : roomFor(n + rows);
    reserve({ n, capacity }, tracks);
  };
  const rows = (first: number): QuestionnaireRows => ({
    code,
    n: first,
    ...profile.rows(first),
    layouts: new Map([...parts].map(([field, { layout }]) => [field, layout])),
    field: (field) => parts.get(field)?.writer.rows(first),
    countAnswers: (field, some) =>
      [...some].reduce((sum, version) => sum + (answered.get(`${version} ${field}`) ?? 0), 0),
    upTo: (cut) => rows(rowsUpTo(profile.rows(first).numbers, cut)),
  });
  return {
    code,
    get n() {
      return n;
    },
    get bytes() {
      return bytesOf(tracks);
    },
    expect,
    append: (version, chunk, { from, to }) => {
      expect(to - from);
      const stretch = { from, to, at: n };
      profile.append(chunk, stretch);
      for (const [field, { writer, maps }] of parts) {
        const [rows, map] = [chunk.fields.get(field), maps.get(version)];
        if (rows === undefined || map === undefined) writer.appendNotAsked(stretch);
        else writer.append(rows, map, stretch);
      }
      n += to - from;
    },
    count: (version, chunk) => {
      for (const [field, count] of chunk.answered) {
        const key = `${version} ${field}`;
        answered.set(key, (answered.get(key) ?? 0) + count);
      }
    },
    rows: () => rows(n),
  };
};

/**
 * How many of the numbers are not above a limit.
 *
 * @param numbers ascending
 */
export const rowsUpTo = (numbers: Uint32Array, limit: number): number => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

const profileWriter = () => {
  const [numbers, days] = [track(new Uint32Array()), track(new Uint16Array())];
  const complete = track(new Uint8Array());
  const named = { institution: namedWriter(), subregion: namedWriter(), clientType: namedWriter() };
  return {
    tracks: [numbers, days, complete, ...Object.values(named).map(({ places }) => places)],
    append: (chunk: ProfileRows, stretch: Stretch): void => {
      copyRows(numbers, chunk.numbers, stretch);
      copyRows(days, chunk.days, stretch);
      copyRows(complete, chunk.complete, stretch);
      named.institution.append(chunk.institution, stretch);
      named.subregion.append(chunk.subregion, stretch);
      named.clientType.append(chunk.clientType, stretch);
    },
    rows: (n: number): ProfileRows => ({
      numbers: firstOf(numbers, n),
      days: firstOf(days, n),
      complete: firstOf(complete, n),
      institution: named.institution.rows(n),
      subregion: named.subregion.rows(n),
      clientType: named.clientType.rows(n),
    }),
  };
};

/** Each chunk has a list of its own; together they have one. */
const namedWriter = () => {
  const places = track(new Int16Array());
  const codes: string[] = [];
  const known = new Map<string, number>();
  const placeOf = (code: string): number => {
    const place = known.get(code) ?? codes.push(code) - 1;
    known.set(code, place);
    return place;
  };
  return {
    places,
    append: (source: NamedRows, { from, to, at }: Stretch): void => {
      const map = source.codes.map(placeOf);
      for (let row = from; row < to; row += 1) places.cells[at + row - from] = map[source.places[row] ?? -1] ?? -1;
    },
    rows: (n: number): NamedRows => ({ codes, places: firstOf(places, n) }),
  };
};
