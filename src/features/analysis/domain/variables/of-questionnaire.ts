import type { Choice, CompiledVersion, Field } from '../../../questionnaires/domain';
import { optionsIn, type FieldLayout } from '../columns/field-layout';
import type { FieldRows } from '../columns/field-rows';
import type { QuestionnaireRows } from '../columns/questionnaire-columns';
import type { Dataset } from '../dataset';
import type { NamedValue } from '../dimensions';
import { placingsOf, type Placing } from '../standing';
import type { Category, CategoryVariable, Variable, VariableOrigin, VariableSet } from './variable';

/** Names of what is known of every respondent without being asked; no field code begins with a small letter. */
const DIMENSIONS = ['instytucja', 'podregion', 'typ'] as const;

/**
 * The answers to one questionnaire as variables, one for each field that can be tabulated, with institution, subregion
 * and client type beside them. Their numbers are those of the columns themselves.
 *
 * @param version newest version of the questionnaire
 * @param rows    its answers, or the first of them
 */
export const variablesOfQuestionnaire = (
  dataset: Dataset,
  version: CompiledVersion,
  rows: QuestionnaireRows,
): VariableSet => {
  const questionnaire = version.definition.code;
  const variables = new Map<string, Variable>();
  for (const variable of dimensionsOf(dataset, rows)) variables.set(variable.name, variable);
  for (const field of version.fields) {
    const [layout, answers] = [rows.layouts.get(field.code), rows.field(field.code)];
    if (layout === undefined || answers === undefined) continue;
    const variable = variableOf(field, layout, answers);
    variables.set(
      field.code,
      dataset.isSensitive([{ questionnaire, field: field.code }]) ? { ...variable, sensitive: true } : variable,
    );
  }
  return { n: rows.n, variables };
};

const variableOf = (field: Field, layout: FieldLayout, answers: FieldRows): Variable => {
  const about = { name: field.code, label: labelOf(field), origin: originOf(field) };
  const categories = optionsIn(layout).map(toCategory);
  switch (answers.kind) {
    case 'coded':
      return { ...about, kind: 'category', level: 'ordinal', categories, places: answers.places };
    case 'number':
      return { ...about, kind: 'number', level: 'ratio', values: answers.values, states: answers.states };
    case 'multiple': {
      const { bits, states, wordsEach } = answers;
      return { ...about, kind: 'set', level: 'nominal', categories, wordsEach, bits, states };
    }
    case 'ranking': {
      const { bits, states, wordsEach, places } = answers;
      const ranking = { most: layout.kind === 'ranking' ? layout.most : 0, places };
      return { ...about, kind: 'set', level: 'nominal', categories, wordsEach, bits, states, ranking };
    }
  }
};

/** A row of a battery is named by its statement, after the question it answers. */
const labelOf = ({ item, row, text }: Field): string => (row === null ? text : `${item.text} ${text}`);

const originOf = ({ item, row }: Field): VariableOrigin => ({
  kind: 'item',
  item: item.code,
  wording: item.text,
  row: row?.text ?? null,
  itemKind: item.kind,
  scale: 'scale' in item ? (item.scale ?? null) : null,
  criterion: item.criterion ?? null,
  comparisonCode: row?.comparisonCode ?? item.comparisonCode ?? null,
});

const toCategory = ({ code, label, value, missing }: Choice): Category => ({
  code,
  label,
  value: value ?? null,
  missing: missing === 97 || missing === 98 ? missing : null,
});

const NOT_KNOWN = -99;

const dimensionsOf = (dataset: Dataset, rows: QuestionnaireRows): readonly CategoryVariable[] => {
  const groups = dataset.groups.map(({ code, institution }) => ({ code, name: institution?.shortName ?? code }));
  const placings = placingsOf(rows, dataset, dataset.evaluation);
  return [groups, dataset.subregions, dataset.clientTypes].flatMap((values, dimension) => {
    const [name, placing] = [DIMENSIONS[dimension], placings[dimension]];
    return name === undefined || placing === undefined || values.length === 0
      ? []
      : [dimensionOf(name, values, placing)];
  });
};

const dimensionOf = (name: string, values: readonly NamedValue[], { placeOf, named }: Placing): CategoryVariable => ({
  kind: 'category',
  name,
  label: name,
  origin: { kind: 'dimension' },
  level: 'nominal',
  categories: values.map(({ code, name: label }) => ({ code, label, value: null, missing: null })),
  places: named.places.map((code) => {
    const place = code < 0 ? -1 : (placeOf[code] ?? -1);
    return place < 0 ? NOT_KNOWN : place;
  }),
});
