import type { Sheet, WrittenSheet } from '../../../../platform/spreadsheet';

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^(label|hint|constraint_message)/, 50],
  [/^(relevant|constraint|calculation)$/, 36],
  [/^(type|form_title)$/, 24],
  [/^es/, 12],
];

/** The sheets as a file that people edit: titles in sight, texts in wide columns, ours in grey. */
export const toWrittenSheets = (sheets: readonly Sheet[]): readonly WrittenSheet[] =>
  sheets.map(({ name, rows }) => {
    const titles = rows[0] ?? [];
    return {
      name,
      headerRows: 1,
      widths: titles.map((title) => WIDTHS.find(([pattern]) => pattern.test(title))?.[1] ?? 16),
      rows: rows.map((row, at) =>
        row.map((text, column) => (at > 0 && isOurs(titles[column] ?? '') ? { text, muted: true as const } : text)),
      ),
    };
  });

const isOurs = (title: string): boolean => /^es(::|_)/.test(title);
