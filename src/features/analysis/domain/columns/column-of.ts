import type { Choice } from '../../../questionnaires/domain';
import type { CodedColumn, Column, ColumnPart, MultipleColumn, NumberColumn, RankingColumn } from './column';
import { codedArrays, markArrays, numberArrays, rankingArrays } from './column-arrays';
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
  const parts = (): readonly ColumnPart[] => partsOf({ rows, fields }, choices);
  if (kinds.has('number'))
    return numberColumn(
      parts,
      lazily(() => numberArrays(n, parts())),
    );
  if (kinds.has('multiple'))
    return multipleColumn(
      choices,
      parts,
      lazily(() => markArrays(n, parts(), choices)),
    );
  if (kinds.has('ranking')) {
    const most = Math.max(0, ...layouts.map((layout) => (layout.kind === 'ranking' ? layout.most : 0)));
    return rankingColumn(
      { choices, most, parts },
      lazily(() => rankingArrays(n, parts(), choices)),
    );
  }
  return codedColumn(
    choices,
    parts,
    lazily(() => codedArrays(n, parts())),
  );
};

type Parts = Column['parts'];
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

type Arrays<Kind extends Column['kind']> = Omit<
  Extract<Column, { readonly kind: Kind }>,
  'kind' | 'choices' | 'most' | 'parts'
>;

const codedColumn = (choices: readonly Choice[], parts: Parts, arrays: Lazy<Arrays<'coded'>>): CodedColumn => ({
  kind: 'coded',
  choices,
  parts,
  get values() {
    return arrays().values;
  },
  get states() {
    return arrays().states;
  },
});

const multipleColumn = (
  choices: readonly Choice[],
  parts: Parts,
  arrays: Lazy<Arrays<'multiple'>>,
): MultipleColumn => ({
  kind: 'multiple',
  choices,
  parts,
  get marks() {
    return arrays().marks;
  },
  get states() {
    return arrays().states;
  },
});

const rankingColumn = (
  about: Pick<RankingColumn, 'choices' | 'most' | 'parts'>,
  arrays: Lazy<Arrays<'ranking'>>,
): RankingColumn => ({
  kind: 'ranking',
  ...about,
  get places() {
    return arrays().places;
  },
  get states() {
    return arrays().states;
  },
});

const numberColumn = (parts: Parts, arrays: Lazy<Arrays<'number'>>): NumberColumn => ({
  kind: 'number',
  parts,
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

const partsOf = ({ rows, fields }: Asked, choices: readonly Choice[]): readonly ColumnPart[] => {
  let start = 0;
  return rows.map(({ code, n, layouts, field }) => {
    const name = fields.get(code) ?? '';
    const layout = layouts.get(name);
    const options = layout === undefined ? [] : optionsIn(layout);
    const own = { start, n, rows: field(name) ?? null, ...readingOf(options, choices) };
    start += n;
    return own;
  });
};

const readingOf = (options: readonly Choice[], choices: readonly Choice[]) => {
  const placeOf = new Map(choices.map(({ code }, place) => [code, place]));
  return {
    choiceOf: Uint16Array.from(options, ({ code }) => placeOf.get(code) ?? 0),
    stateOf: Uint8Array.from(options, ({ missing }) => missing ?? 0),
  };
};
