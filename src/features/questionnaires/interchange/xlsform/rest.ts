import { createHash } from 'node:crypto';
import type { Item, QuestionnaireDefinition } from '../../domain';
import { type Table, type TableRow } from './read-table';

/** All items of a questionnaire, those of blocks behind their block. */
export const flatItems = (definition: Pick<QuestionnaireDefinition, 'pages'>): readonly Item[] =>
  definition.pages
    .flatMap(({ items }) => items)
    .flatMap((item) => [item, ...(item.kind === 'repeat' ? item.items : [])]);

/** What differs between an object and its reading: its own values, and null for keys that it does not have. */
export type Rest = Readonly<Record<string, unknown>>;

/** @returns null when nothing differs */
export const restOf = (original: object, reading: object, without: readonly string[] = []): Rest | null => {
  const [a, b] = [new Map(Object.entries(original)), new Map(Object.entries(reading))];
  const keys = [...new Set([...a.keys(), ...b.keys()])].filter((key) => !without.includes(key));
  const different = keys.filter((key) => canonical(a.get(key)) !== canonical(b.get(key)));
  return different.length === 0 ? null : Object.fromEntries(different.map((key) => [key, a.get(key) ?? null]));
};

/** The same text for the same contents, in whatever order the keys stand. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The reading with the rest put back. */
export const withRest = <Shape extends object>(reading: Shape, rest: Rest): Shape => {
  const keys = new Set(Object.entries(rest).flatMap(([key, value]) => (value === null ? [key] : [])));
  const kept = Object.entries({ ...reading, ...rest }).filter(([key]) => !keys.has(key));
  return Object.fromEntries(kept) as Shape;
};

const UNCHECKED = /^es::(json|check)$/;

/** Fingerprint of rows: when somebody edits them elsewhere, what was kept beside them may no longer fit. */
export const checkOf = (rows: readonly TableRow[]): string => {
  const cells = rows.map(({ cells: row }) =>
    [...row]
      .filter(([column]) => !UNCHECKED.test(column))
      .map(([column, text]) => [column, text.trim()])
      .sort(byColumn),
  );
  return createHash('sha256').update(JSON.stringify(cells)).digest('base64url').slice(0, 12);
};

const byColumn = ([a = '']: readonly string[], [b = '']: readonly string[]): number => (a < b ? -1 : 1);

/** The rows of an item in the survey sheet: from its own to before the next that is no part of it. */
export const rowsOfItem = ({ rows }: Table, from: number): readonly TableRow[] => {
  const first = rows.findIndex(({ number }) => number === from);
  const head = rows[first];
  if (head === undefined) return [];
  const isGroup = (head.cells.get('type') ?? '').trim().startsWith('begin_group');
  let end = first + 1;
  for (let next = rows[end]; next !== undefined; next = rows[end]) {
    const isPart = isGroup || next.cells.get('es::kind') === 'other-text';
    if (!isPart) break;
    end += 1;
    if (isGroup && next.cells.get('type') === 'end_group') break;
  }
  return rows.slice(first, end);
};
