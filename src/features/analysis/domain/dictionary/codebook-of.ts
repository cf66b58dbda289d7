import type { Category, Variable, VariableSet } from '../variables/variable';

/** A codebook as it is exchanged: what this writes, the import of waves reads. */
export interface WrittenCodebook {
  readonly dataset: string;
  readonly title: string;
  readonly source: string;
  readonly n_rows: number | null;
  readonly n_variables: number;
  readonly frequency_variable: null;
  readonly variables: readonly WrittenVariable[];
}

export interface WrittenVariable {
  readonly name: string;
  readonly label: string;
  readonly type: 'integer' | 'number' | 'string';
  readonly scale: Variable['level'];
  readonly values: readonly { readonly code: string | number; readonly label: string }[];
  readonly missing_codes: readonly (string | number)[];
  /** Variable of the data set it is a column of: options of one multiple choice share it. */
  readonly variable: string;
}

export interface CodebookWords {
  readonly dataset: string;
  readonly title: string;
  readonly source: string;
  readonly yes: string;
  readonly no: string;
}

const MISSING_CODES = [95, 96, 97, 98, 99] as const;
/** As many as an import takes. */
const [LONGEST_LABEL, LONGEST_NAME] = [2_000, 200];

/** Several answers become one yes-no column for each option, `U1_U1a`: a table has one value in a cell. */
export const codebookOf = (
  { variables }: Pick<VariableSet, 'variables'>,
  respondents: number | null,
  words: CodebookWords,
): WrittenCodebook => {
  const { dataset, title, source } = words;
  const written = [...variables.values()].flatMap((variable) => columnsOf(variable, words));
  return {
    dataset,
    title,
    source,
    n_rows: respondents,
    n_variables: written.length,
    frequency_variable: null,
    variables: written,
  };
};

const columnsOf = (variable: Variable, { yes, no }: CodebookWords): readonly WrittenVariable[] => {
  const about = {
    name: variable.name.slice(0, LONGEST_NAME),
    label: (variable.label === '' ? variable.name : variable.label).slice(0, LONGEST_LABEL),
    scale: variable.level,
    variable: variable.name,
  };
  switch (variable.kind) {
    case 'category':
      return [{ ...about, ...codesOf(variable.categories) }];
    case 'number':
      return [{ ...about, type: 'number', values: [], missing_codes: MISSING_CODES }];
    case 'text':
      return [{ ...about, type: 'string', values: [], missing_codes: [] }];
    case 'set':
      return variable.categories.map(({ code, label }) => ({
        ...about,
        name: `${variable.name}_${code}`.slice(0, LONGEST_NAME),
        label: `${about.label} ${label}`.slice(0, LONGEST_LABEL),
        type: 'integer' as const,
        scale: 'binary' as const,
        values: [
          { code: 0, label: no },
          { code: 1, label: yes },
        ],
        missing_codes: MISSING_CODES,
      }));
  }
};

const WHOLE = /^-?(0|[1-9]\d{0,14})$/;

/** Codes that are whole numbers are written as numbers. */
const codesOf = (categories: readonly Category[]): Pick<WrittenVariable, 'type' | 'values' | 'missing_codes'> => {
  const isWhole = categories.length > 0 && categories.every(({ code }) => WHOLE.test(code));
  const written = (code: string): string | number => (isWhole ? Number(code) : code);
  const chosen = categories.filter(({ missing }) => missing !== null).map(({ code }) => written(code));
  const states = MISSING_CODES.map((code) => (isWhole ? code : String(code))).filter(
    (code) => !categories.some((category) => category.code === String(code)),
  );
  return {
    type: isWhole ? 'integer' : 'string',
    values: categories.map(({ code, label }) => ({ code: written(code), label })),
    missing_codes: [...chosen, ...states],
  };
};
