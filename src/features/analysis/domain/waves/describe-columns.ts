import type { Codebook, CodebookValue, CodebookVariable } from '../variables/codebook';
import type { WaveTable } from './table-of-rows';

/** A column of the file and what it means. */
export interface DescribedColumn {
  readonly described: CodebookVariable;
  /** False where the codebook says nothing of it and its meaning was guessed from the cells. */
  readonly isInCodebook: boolean;
}

/** Every column of the file, described by the codebook or guessed. */
export const describeColumns = ({ header, rows }: WaveTable, codebook: Codebook | null): readonly DescribedColumn[] => {
  const known = new Map(codebook?.variables.map((variable) => [variable.name, variable]));
  return header.map((name, column) => {
    const described = known.get(name);
    return described === undefined
      ? { described: guessed(name, rows, column), isInCodebook: false }
      : { described: withKnownMissing(described), isInCodebook: true };
  });
};

/** Variables of the codebook without a column. */
export const withoutColumn = ({ header }: WaveTable, codebook: Codebook | null): readonly string[] => {
  const names = new Set(header);
  return (codebook?.variables ?? []).map(({ name }) => name).filter((name) => !names.has(name));
};

const DONT_KNOW = /trudno powiedzieć|nie wiem|nie mam zdania|don.?t know|hard to say/i;
const DOES_NOT_APPLY = /nie dotyczy|not applicable|n\/a/i;

/** "Trudno powiedzieć" was chosen, so it belongs to the base of percentages even where the codebook counts it as missing. */
const withKnownMissing = (variable: CodebookVariable): CodebookVariable => {
  const kindOf = ({ code, label }: CodebookValue): 97 | 98 | null => {
    if (!variable.missingCodes.includes(code)) return null;
    if (DONT_KNOW.test(label)) return 98;
    return DOES_NOT_APPLY.test(label) ? 97 : null;
  };
  const known = new Map(
    variable.values.flatMap((value) => {
      const missing = kindOf(value);
      return missing === null ? [] : [[value.code, missing] as const];
    }),
  );
  if (known.size === 0) return variable;
  return {
    ...variable,
    values: variable.values.map((value) => {
      const missing = known.get(value.code);
      return missing === undefined ? value : { ...value, missing };
    }),
    missingCodes: variable.missingCodes.filter((code) => !known.has(code)),
  };
};

const guessed = (name: string, rows: WaveTable['rows'], column: number): CodebookVariable => {
  const texts = rows.map((row) => row[column] ?? '').filter((text) => text !== '');
  const areNumbers = texts.length > 0 && texts.every((text) => Number.isFinite(Number(text.replace(',', '.'))));
  const about = { name, label: name, values: [], missingCodes: [] };
  return areNumbers ? { ...about, type: 'number', scale: 'ratio' } : { ...about, type: 'string', scale: 'nominal' };
};
