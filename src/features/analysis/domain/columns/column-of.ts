import type { Choice } from '../../../questionnaires/domain';
import type { CodedColumn, Column, MultipleColumn, NumberColumn, RankingColumn } from './column';
import { codedArrays, markArrays, numberArrays, rankingArrays, type Part } from './column-arrays';
import { optionsIn, type FieldLayout } from './field-layout';
import type { QuestionnaireRows } from './questionnaire-columns';

/** Everyone of an evaluation, questionnaire by questionnaire; `sources` names the field asked in some of them. */
export interface Asked {
  readonly rows: readonly QuestionnaireRows[];
  /** By questionnaire. */
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * One question's answers of everyone as arrays. They are made when they are looked at and given up when memory is short:
 * what is counted of them is kept instead.
 */
export const columnOf = ({ rows, fields }: Asked): Column => {
  const layouts = rows.flatMap(({ code, layouts: known }) => known.get(fields.get(code) ?? '') ?? []);
  const n = rows.reduce((sum, each) => sum + each.n, 0);
  const kinds = new Set(layouts.map(({ kind }) => kind));
  const choices = choicesOf(inOrderOfSources({ rows, fields }));
  const parts = (): readonly Part[] => partsOf({ rows, fields });
  if (kinds.has('number')) return numberColumn(lazily(() => numberArrays(n, parts())));
  if (kinds.has('multiple'))
    return multipleColumn(
      choices,
      lazily(() => markArrays(n, parts(), choices)),
    );
  if (kinds.has('ranking')) {
    const most = Math.max(0, ...layouts.map((layout) => (layout.kind === 'ranking' ? layout.most : 0)));
    return rankingColumn(
      choices,
      most,
      lazily(() => rankingArrays(n, parts(), choices)),
    );
  }
  return codedColumn(
    choices,
    lazily(() => codedArrays(n, parts(), choices)),
  );
};

type Lazy<Made> = () => Made;

/** Made when it is looked at, and again when memory had to be freed in the meantime. */
const lazily = <Made extends object>(make: () => Made): Lazy<Made> => {
  let kept: WeakRef<Made> | undefined;
  return () => {
    const known = kept?.deref() ?? make();
    kept = new WeakRef(known);
    return known;
  };
};

type Arrays<Kind extends Column['kind']> = Omit<Extract<Column, { readonly kind: Kind }>, 'kind' | 'choices' | 'most'>;

const codedColumn = (choices: readonly Choice[], arrays: Lazy<Arrays<'coded'>>): CodedColumn => ({
  kind: 'coded',
  choices,
  get values() {
    return arrays().values;
  },
  get states() {
    return arrays().states;
  },
});

const multipleColumn = (choices: readonly Choice[], arrays: Lazy<Arrays<'multiple'>>): MultipleColumn => ({
  kind: 'multiple',
  choices,
  get marks() {
    return arrays().marks;
  },
  get states() {
    return arrays().states;
  },
});

const rankingColumn = (choices: readonly Choice[], most: number, arrays: Lazy<Arrays<'ranking'>>): RankingColumn => ({
  kind: 'ranking',
  choices,
  most,
  get places() {
    return arrays().places;
  },
  get states() {
    return arrays().states;
  },
});

const numberColumn = (arrays: Lazy<Arrays<'number'>>): NumberColumn => ({
  kind: 'number',
  get values() {
    return arrays().values;
  },
  get states() {
    return arrays().states;
  },
});

/** The words of the first source win. */
const inOrderOfSources = ({ rows, fields }: Asked): readonly FieldLayout[] =>
  [...fields].flatMap(([questionnaire, field]) =>
    rows.flatMap(({ code, layouts }) => (code === questionnaire ? (layouts.get(field) ?? []) : [])),
  );

const choicesOf = (layouts: readonly FieldLayout[]): readonly Choice[] => {
  const choices = new Map<string, Choice>();
  for (const choice of layouts.flatMap(optionsIn))
    if (choice.missing === undefined && !choices.has(choice.code)) choices.set(choice.code, choice);
  return [...choices.values()];
};

const partsOf = ({ rows, fields }: Asked): readonly Part[] => {
  let start = 0;
  return rows.flatMap(({ code, n, layouts, field }) => {
    const name = fields.get(code) ?? '';
    const [layout, own, at] = [layouts.get(name), field(name), start];
    start += n;
    return layout === undefined || own === undefined ? [] : [{ start: at, layout, rows: own }];
  });
};
