import type { Codebook, CodebookValue, CodebookVariable } from '../variables/codebook';

/** A codebook as people keep it in a spreadsheet: one row for each variable or for each of its codes. */
const COLUMNS = {
  name: ['name', 'nazwa', 'zmienna', 'variable', 'kolumna', 'column'],
  label: ['label', 'etykieta', 'opis', 'treść', 'pytanie', 'question'],
  scale: ['scale', 'skala', 'poziom', 'poziom pomiaru', 'level', 'measure'],
  code: ['code', 'kod', 'wartość', 'value'],
  codeLabel: ['label of code', 'code label', 'value label', 'etykieta kodu', 'opis kodu', 'etykieta wartości'],
  missing: ['missing', 'brak', 'braki', 'brak danych'],
} as const;

const SCALES: ReadonlyMap<string, CodebookVariable['scale']> = new Map([
  ['nominal', 'nominal'],
  ['nominalna', 'nominal'],
  ['ordinal', 'ordinal'],
  ['porządkowa', 'ordinal'],
  ['binary', 'binary'],
  ['dwuwartościowa', 'binary'],
  ['tak/nie', 'binary'],
  ['interval', 'interval'],
  ['przedziałowa', 'interval'],
  ['ratio', 'ratio'],
  ['scale', 'ratio'],
  ['ilorazowa', 'ratio'],
  ['liczba', 'ratio'],
  ['number', 'ratio'],
  ['count', 'count'],
  ['liczność', 'count'],
  ['weight', 'weight'],
  ['waga', 'weight'],
  ['stratum', 'stratum'],
  ['warstwa', 'stratum'],
  ['cluster', 'cluster'],
  ['fpc', 'fpc'],
  ['id', 'id'],
  ['identyfikator', 'id'],
  ['text', 'text'],
  ['tekst', 'text'],
]);

export interface CodebookRemark {
  readonly kind: 'no-name' | 'unknown-scale' | 'code-twice';
  readonly row: number;
  readonly text: string;
}

type Heads = ReadonlyMap<keyof typeof COLUMNS, number>;

/** Null when the first row does not name at least the column of names. */
export const codebookOfRows = (
  rows: readonly (readonly string[])[],
  about: { readonly dataset: string; readonly title: string },
): { readonly codebook: Codebook; readonly remarks: readonly CodebookRemark[] } | null => {
  const first = rows.findIndex((row) => row.length > 0);
  const heads = headsOf(rows[first] ?? []);
  if (!heads.has('name')) return null;
  const remarks: CodebookRemark[] = [];
  const entries = new Map<string, Entry>();
  let current = '';
  rows.forEach((row, at) => {
    if (at <= first || row.length === 0) return;
    const read = (column: keyof typeof COLUMNS): string => (row[heads.get(column) ?? -1] ?? '').trim();
    current = read('name') === '' ? current : read('name');
    if (current === '') remarks.push({ kind: 'no-name', row: at + 1, text: row.join(' | ') });
    else addRow(entries, { name: current, row: at + 1, read }, remarks);
  });
  const variables = [...entries].map(([name, entry]) => toVariable(name, entry));
  return variables.length === 0
    ? null
    : { codebook: { ...about, source: null, frequencyVariable: null, variables }, remarks };
};

const headsOf = (row: readonly string[]): Heads => {
  const names = row.map((text) =>
    text
      .trim()
      .toLocaleLowerCase('pl')
      .replace(/[_\s]+/g, ' '),
  );
  return new Map(
    (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).flatMap((column) => {
      const at = names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
      return at < 0 ? [] : [[column, at] as const];
    }),
  );
};

interface Entry {
  label: string;
  scale: CodebookVariable['scale'] | null;
  readonly values: CodebookValue[];
  readonly missingCodes: string[];
}

interface Line {
  readonly name: string;
  readonly row: number;
  readonly read: (column: keyof typeof COLUMNS) => string;
}

const addRow = (entries: Map<string, Entry>, { name, row, read }: Line, remarks: CodebookRemark[]): void => {
  const entry = entries.get(name) ?? { label: '', scale: null, values: [], missingCodes: [] };
  entries.set(name, entry);
  if (entry.label === '') entry.label = read('label');
  const scale = read('scale').toLocaleLowerCase('pl');
  if (scale !== '' && entry.scale === null) {
    entry.scale = SCALES.get(scale) ?? null;
    if (entry.scale === null) remarks.push({ kind: 'unknown-scale', row, text: read('scale') });
  }
  const code = read('code');
  if (code === '') return;
  if (entry.values.some((value) => value.code === code)) {
    remarks.push({ kind: 'code-twice', row, text: `${name}: ${code}` });
    return;
  }
  entry.values.push({ code, label: read('codeLabel') === '' ? code : read('codeLabel') });
  if (isYes(read('missing'))) entry.missingCodes.push(code);
};

const YES: ReadonlySet<string> = new Set(['1', 'tak', 'yes', 'x', 'true', 'prawda', 't', 'y', '97', '98', '99']);
const isYes = (text: string): boolean => YES.has(text.toLocaleLowerCase('pl'));

const NUMBERS: ReadonlySet<CodebookVariable['scale']> = new Set(['ratio', 'interval', 'count', 'weight', 'fpc']);

const toVariable = (name: string, { label, scale, values, missingCodes }: Entry): CodebookVariable => {
  const areNumbers = values.length > 0 && values.every(({ code }) => Number.isFinite(Number(code)));
  const level = scale ?? (values.length === 0 ? 'text' : areNumbers && values.length > 2 ? 'ordinal' : 'nominal');
  const isNumber = values.length === 0 ? NUMBERS.has(level) : areNumbers;
  return {
    name,
    label: label === '' ? name : label,
    type: isNumber ? 'number' : 'string',
    scale: level,
    values,
    missingCodes,
  };
};
