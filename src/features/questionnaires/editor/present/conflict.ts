import type { Translator } from '../../../../platform/i18n';
import type { QuestionnaireDefinition } from '../../domain';
import { hasPart, type ChoiceForm, type FieldName, type ItemForm, type RowForm } from '../form/item-form';
import { FIELD_NAMES } from '../form/item-form';
import { labelOfField, presentFields } from './fields';

/** One property of which there are two versions now. */
export interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Where two versions of an item differ, field by field, in the words of the form. */
export const differencesBetween = (
  translator: Pick<Translator, 't' | 'has'>,
  definition: QuestionnaireDefinition,
  mine: ItemForm,
  theirs: ItemForm,
): readonly Difference[] => {
  const { t } = translator;
  const nothing = t('editor:conflict.nothing');
  const shown = (text: string): string => (text === '' ? nothing : text);
  const valueIn = (form: ItemForm, name: FieldName): string => readable(translator, definition, form, name);
  const fields = FIELD_NAMES.filter(
    (name) =>
      (hasPart(mine.kind, name) || hasPart(theirs.kind, name)) &&
      (mine.fields[name] ?? '') !== (theirs.fields[name] ?? ''),
  ).map((name) => ({
    label: labelOfField(translator, hasPart(mine.kind, name) ? mine.kind : theirs.kind, name),
    mine: shown(valueIn(mine, name)),
    theirs: shown(valueIn(theirs, name)),
  }));
  const lists = [
    ...listDifferences(t('editor:field.odpowiedzi'), choiceLines(mine.choices), choiceLines(theirs.choices)),
    ...listDifferences(t('editor:field.wiersze'), rowLines(mine.rows), rowLines(theirs.rows)),
  ];
  const kinds =
    mine.kind === theirs.kind
      ? []
      : [
          {
            label: t('editor:field.typ'),
            mine: t(`editor:kind.${mine.kind}`),
            theirs: t(`editor:kind.${theirs.kind}`),
          },
        ];
  return [
    ...kinds,
    ...fields,
    ...lists.map(({ label, ...texts }) => ({ label, mine: shown(texts.mine), theirs: shown(texts.theirs) })),
  ];
};

const readable = (
  translator: Pick<Translator, 't' | 'has'>,
  definition: QuestionnaireDefinition,
  form: ItemForm,
  name: FieldName,
): string => {
  const groups = presentFields(translator, definition, form);
  const view = [...groups.main, ...groups.limits, ...groups.checks, ...groups.names, ...groups.flags]
    .concat(groups.scale ?? [])
    .find((field) => field.name === name);
  if (view === undefined) return '';
  if (view.control === 'flag') return translator.t(view.value === '1' ? 'editor:conflict.yes' : 'editor:conflict.no');
  return view.options.find(({ isSelected }) => isSelected)?.text ?? view.value;
};

type Lines = readonly (readonly [code: string, text: string])[];

/** The lines that differ, each under its code; the whole lists where only their order does. */
const listDifferences = (label: string, mine: Lines, theirs: Lines): readonly Difference[] => {
  const [here, there] = [new Map(mine), new Map(theirs)];
  const codes = [...new Set([...here.keys(), ...there.keys()])];
  const lines = codes
    .filter((code) => here.get(code) !== there.get(code))
    .map((code) => ({ label: `${label}: ${code}`, mine: here.get(code) ?? '', theirs: there.get(code) ?? '' }));
  const inOrder = (list: Lines): string => list.map(([, text]) => text).join('\n');
  if (lines.length > 0 || inOrder(mine) === inOrder(theirs)) return lines;
  return [{ label, mine: inOrder(mine), theirs: inOrder(theirs) }];
};

const choiceLines = (choices: readonly ChoiceForm[]): Lines =>
  choices
    .filter(({ code, label }) => code !== '' || label !== '')
    .map(({ code, label, value, role }) => [code, [label, value, role].filter((part) => part !== '').join(' · ')]);

const rowLines = (rows: readonly RowForm[]): Lines =>
  rows
    .filter(({ code, text }) => code !== '' || text !== '')
    .map(({ code, text, shownIf }) => [code, [text, shownIf].filter((part) => part !== '').join(' · ')]);
