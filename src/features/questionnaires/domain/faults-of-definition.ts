import type { CompiledItem } from './compile-version';
import type { Choice, Item, QuestionnaireDefinition } from './definition';
import { mentionsOf, type Condition } from './expression';
import type { Field } from './field';
import { fieldsOf } from './fields-of';

/** A capital first, so that no code can be mistaken for a built-in property. */
const FIELD_CODE = /^[A-Z][A-Za-z0-9_]*$/;
/** Neither a comma nor a space: codes travel joined in one form field. */
const CHOICE_CODE = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

/** What is wrong with the shape of a definition; one line for each fault. */
export const faultsOfStructure = (definition: QuestionnaireDefinition): readonly string[] => {
  const items = definition.pages.flatMap((page) => page.items);
  return [
    ...(items.length === 0 ? ['It asks nothing'] : []),
    ...duplicatesAmong(definition.pages.map(({ id }) => id)).map((id) => `Two pages are called ${id}`),
    ...definition.pages.filter((page) => page.items.length === 0).map(({ id }) => `Page ${id} is empty`),
    ...duplicatesAmong(items.flatMap(codesOf)).map((code) => `${code}: the code is used twice`),
    ...duplicatesAmong(items.flatMap(comparisonCodesOf)).map((code) => `Comparison code ${code} is used twice`),
    ...items.flatMap(faultsOfItem),
  ];
};

/** Conditions and bounds may look only at earlier fields, and only at choices that exist there. */
export const faultsOfReferences = (items: readonly CompiledItem[]): readonly string[] => {
  const earlier = new Map<string, Field>();
  const faults: string[] = [];
  for (const { item, shownIf, fields } of items) {
    const conditions = [shownIf, ...fields.map((field) => (field.kind === 'other-text' ? null : field.shownIf))];
    const faultsHere = conditions.flatMap((condition) => faultsOfCondition(condition, earlier));
    faults.push(...[...new Set(faultsHere)].map((fault) => `${item.code}: ${fault}`));
    for (const field of fields) {
      if (field.kind === 'number' && field.notAbove !== null && earlier.get(field.notAbove)?.kind !== 'number')
        faults.push(`${field.code}: cannot be bound by ${field.notAbove}, which is not an earlier number`);
      earlier.set(field.code, field);
    }
  }
  return faults;
};

const faultsOfCondition = (condition: Condition | null, earlier: ReadonlyMap<string, Field>): readonly string[] =>
  (condition === null ? [] : mentionsOf(condition)).flatMap(({ code, choice }) => {
    const field = earlier.get(code);
    if (field === undefined) return [`refers to ${code}, which is not asked before it`];
    if (choice === undefined || !('choices' in field)) return [];
    const known = field.choices.get(choice);
    return known === undefined || known.missing !== undefined
      ? [`${code} has no answer '${choice}' to compare with`]
      : [];
  });

const faultsOfItem = (item: Item): readonly string[] => {
  const faults = [
    ...codesOf(item)
      .filter((code) => !FIELD_CODE.test(code))
      .map((code) => `code ${code} does not start with a capital letter`),
    ...(item.text.trim() === '' ? ['has no text'] : []),
    ...('choices' in item ? faultsOfChoices(item.choices) : []),
    ...faultsOfKind(item),
  ];
  return faults.map((fault) => `${item.code}: ${fault}`);
};

const faultsOfChoices = (choices: readonly Choice[]): readonly string[] => [
  ...(choices.length < 2 ? ['needs at least two choices'] : []),
  ...duplicatesAmong(choices.map(({ code }) => code)).map((code) => `choice ${code} is there twice`),
  ...choices
    .filter(({ code }) => !CHOICE_CODE.test(code))
    .map(({ code }) => `choice code "${code}" is not letters and digits`),
  ...choices.filter(({ label }) => label.trim() === '').map(({ code }) => `choice ${code} has no label`),
  ...(choices.filter(({ other }) => other).length > 1 ? ['two choices ask for a text'] : []),
];

const faultsOfKind = (item: Item): readonly string[] => {
  switch (item.kind) {
    case 'battery':
      return [
        ...(item.rows.length === 0 ? ['has no rows'] : []),
        ...item.rows.filter(({ text }) => text.trim() === '').map(({ code }) => `row ${code} has no text`),
        ...(item.choices.every((choice) => (choice.value ?? choice.missing) !== undefined)
          ? []
          : ['a scale point has no value']),
      ];
    case 'single':
      return item.choices.some(({ exclusive }) => exclusive)
        ? ['only a multiple choice can have an exclusive answer']
        : [];
    case 'multiple':
    case 'ranking':
      return [
        ...(isWithin(item.most ?? 1, 1, item.choices.length) ? [] : [`at most ${item.most ?? 0} is not possible`]),
        ...(item.choices.some(({ missing, exclusive }) => missing && !exclusive)
          ? ['a missing answer must be exclusive']
          : []),
      ];
    case 'number':
      return item.least < item.most ? [] : [`no number lies between ${item.least} and ${item.most}`];
    case 'open':
      return item.longest > 0 ? [] : ['no text is short enough'];
    case 'information':
    case 'scale0to10':
    case 'territory':
      return [];
  }
};

/** Everything an item adds to the names of the version. A battery's own code names no field, but must not repeat either. */
const codesOf = (item: Item): readonly string[] => [
  item.code,
  ...fieldsOf(item, 0, () => null)
    .map(({ code }) => code)
    .filter((_code, index) => item.kind === 'battery' || index > 0),
];

const comparisonCodesOf = (item: Item): readonly string[] =>
  [item.comparisonCode, ...(item.kind === 'battery' ? item.rows.map((row) => row.comparisonCode) : [])].filter(
    (code) => code !== undefined,
  );

const duplicatesAmong = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
