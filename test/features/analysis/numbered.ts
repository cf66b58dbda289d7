import type { EvaluationId, VersionId } from '../../../src/platform/ids';
import { compileVersion, type Item, type QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import type { PublishedVersion } from '../../../src/features/questionnaires';
import type { NumberedAnswers } from '../../../src/features/responses';
import type { QuestionnaireRows } from '../../../src/features/analysis/domain/columns/questionnaire-columns';
import { keepColumns, type ColumnsNeeds, type ReadColumns } from '../../../src/features/analysis/segments';
import type { Segment } from '../../../src/features/analysis/segments/encode-segment';
import { AGREE5, questionnaire } from './answers';

/** A questionnaire with every kind of column, in two versions of which the second changed a scale and dropped a question. */
const ITEMS: readonly Item[] = [
  {
    kind: 'battery',
    code: 'J',
    text: 'Czy zgadzają się Państwo?',
    scale: 'AGREE5',
    choices: AGREE5,
    rows: ['J1', 'J2'].map((code) => ({ code, text: code })),
  },
  {
    kind: 'multiple',
    code: 'U1',
    text: 'Usługi',
    choices: [
      ...Array.from({ length: 34 }, (_, at) => ({ code: `u${at}`, label: `u${at}` })),
      { code: 'nw', label: 'trudno powiedzieć', missing: 98, exclusive: true },
    ],
  },
  {
    kind: 'ranking',
    code: 'S1',
    text: 'Sfery',
    most: 3,
    choices: ['s1', 's2', 's3', 's4'].map((code) => ({ code, label: code })),
  },
  { kind: 'number', code: 'N1', text: 'Miejsca pracy', least: 0, most: 99, whole: true, shownIf: "${J1} = '5'" },
  { kind: 'open', code: 'E1', text: 'Uwagi', longest: 100 },
];

const definition = (version: number, items: readonly Item[]): QuestionnaireDefinition => ({
  ...questionnaire(...items).definition,
  version,
});

const asPublished = (id: string, of: QuestionnaireDefinition): PublishedVersion =>
  ({
    id: id as VersionId,
    code: of.code,
    version: of.version,
    definition: of,
    publishedAt: new Date('2026-11-18T10:00:00Z'),
    closedAt: null,
  }) as unknown as PublishedVersion;

export const FIRST = asPublished('pierwsza', definition(1, ITEMS));
export const SECOND = asPublished(
  'druga',
  definition(
    2,
    ITEMS.filter(({ code }) => code !== 'S1').map((item) =>
      item.code === 'J' ? ({ ...item, choices: AGREE5.slice(1) } as Item) : item,
    ),
  ),
);
export const PARTNERS = asPublished('partnerzy', {
  ...definition(1, ITEMS.slice(0, 1)),
  code: 'rops-partners',
});

export const PUBLISHED: readonly PublishedVersion[] = [SECOND, FIRST, PARTNERS];
export const COMPILED = new Map(PUBLISHED.map(({ id, definition: of }) => [id, compileVersion(of)]));

export const EVALUATION = 'badanie' as EvaluationId;

/** What a store of responses and segments would say, without one. A number is found only once it is committed. */
export const memoryStore = (published: readonly PublishedVersion[] = PUBLISHED) => {
  const committed = new Map<number, NumberedAnswers>();
  const segments = new Map<number, Segment>();
  const where = (test: (sequence: number) => boolean): readonly NumberedAnswers[] =>
    [...committed.values()].filter(({ sequence }) => test(sequence)).sort((a, b) => a.sequence - b.sequence);
  const needs: ColumnsNeeds = {
    block: 8,
    holeAwaitedMs: 0,
    listVersions: () => Promise.resolve(published),
    countVersions: () => Promise.resolve(published.length),
    numbered: {
      after: (_, after, most) => Promise.resolve(where((sequence) => sequence > after).slice(0, most)),
      between: (_, from, to) => Promise.resolve(where((sequence) => sequence >= from && sequence <= to)),
      with: (_, numbers) => Promise.resolve(where((sequence) => numbers.includes(sequence))),
      last: () => Promise.resolve(Math.max(0, ...committed.keys())),
    },
    segments: {
      put: (_, segment) => {
        segments.set(segment.block, segment);
        return Promise.resolve();
      },
      find: (_, block) => Promise.resolve(segments.get(block)),
      entriesOf: () => Promise.resolve([...segments.values()].sort((a, b) => a.block - b.block)),
    },
  };
  return {
    committed,
    segments,
    needs,
    /** A process of its own: its memory is empty. */
    process: (change: Partial<ColumnsNeeds> = {}): ReadColumns => keepColumns({ ...needs, ...change }),
    commit: (response: NumberedAnswers): void => {
      if (response.replaces !== undefined) committed.delete(response.replaces);
      committed.set(response.sequence, response);
    },
  };
};

/** All that columns say, to be compared. */
export const told = (rows: readonly QuestionnaireRows[]): unknown =>
  rows.map((each) => ({
    code: each.code,
    numbers: [...each.numbers],
    days: [...each.days],
    complete: [...each.complete],
    profile: [each.institution, each.subregion, each.clientType].map(({ codes, places }) =>
      Array.from(places, (place) => codes[place] ?? null),
    ),
    fields: [...each.layouts.keys()].map((code) => [code, each.field(code)]),
    answered: PUBLISHED.map(({ id, definition: { code } }) =>
      code === each.code
        ? [...(COMPILED.get(id)?.fieldByCode.keys() ?? [])].map((field) => each.countAnswers(field, new Set([id])))
        : [],
    ),
  }));
