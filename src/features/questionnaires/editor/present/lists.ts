import type { Translator } from '../../../../platform/i18n';
import { NAMED_SCALES } from '../form/convert-kind';
import { fieldOf, hasPart, type ChoiceForm, type ItemForm, type RowForm } from '../form/item-form';
import { LONG_LIST, textOfChoices } from '../form/long-list';
import type { OptionView } from './fields';

export interface ChoiceView extends ChoiceForm {
  readonly index: number;
  readonly number: number;
  /** "Kod pes, wartość 5, nie dotyczy". */
  readonly summary: string;
  readonly roles: readonly OptionView[];
}

export interface RowView extends RowForm {
  readonly index: number;
  /** `9a`: number of the item and letter of the row. */
  readonly name: string;
  readonly summary: string;
}

export interface ListsView {
  readonly choices: readonly ChoiceView[] | null;
  /** All answers as text, where there are too many for a row each. */
  readonly longList: string | null;
  readonly rows: readonly RowView[] | null;
  /** A battery with a named scale: its answers are rarely touched. */
  readonly isFolded: boolean;
  /** "Odpowiedzi: Zgoda, 5 stopni". */
  readonly folded: string;
  /** "Nie dotyczy" and "Trudno powiedzieć": whether boxes are offered and ticked. */
  readonly toggles: readonly { readonly name: 'nd' | 'tp'; readonly text: string; readonly isOn: boolean }[];
}

/** @param isOpen whether something in the answers wants to be seen: an issue, or a change just made */
export const presentLists = (t: Translator['t'], form: ItemForm, number: string, isOpen: boolean): ListsView => {
  const scale = knownScale(fieldOf(form, 'skala'));
  const hasChoices = hasPart(form.kind, 'odpowiedzi');
  const isLong = form.choices.length > LONG_LIST;
  const isOn = (missing: string): boolean => form.choices.some(({ role }) => role.split('+').includes(missing));
  return {
    choices: hasChoices && !isLong ? form.choices.map((choice, index) => choiceView(t, form, choice, index)) : null,
    longList: hasChoices && isLong ? textOfChoices(form.choices) : null,
    rows: hasPart(form.kind, 'wiersze') ? form.rows.map((row, index) => rowView(t, row, index, number)) : null,
    isFolded: form.kind === 'battery' && scale !== '' && !isOpen,
    folded: scale === '' ? '' : t('editor:lines.folded', { scale: t(`editor:scale.${scale}`) }),
    toggles:
      hasChoices && form.kind !== 'ranking'
        ? [
            { name: 'nd', text: t('editor:toggle.nd'), isOn: isOn('97') },
            { name: 'tp', text: t('editor:toggle.tp'), isOn: isOn('98') },
          ]
        : [],
  };
};

const knownScale = (scale: string): string => ((NAMED_SCALES as readonly string[]).includes(scale) ? scale : '');

const ROLES: Readonly<Partial<Record<ItemForm['kind'], readonly string[]>>> = {
  single: ['', 'inna', '97', '98', '99'],
  multiple: ['', 'wyklucza', 'inna', '97+wyklucza', '98+wyklucza', '99+wyklucza', '97', '98', '99'],
  battery: ['', '97', '98', '99'],
  ranking: ['', 'inna', 'wyklucza'],
};

const choiceView = (t: Translator['t'], form: ItemForm, choice: ChoiceForm, index: number): ChoiceView => {
  const known = ROLES[form.kind] ?? [''];
  const roles = known.includes(choice.role) ? known : [...known, choice.role];
  return {
    ...choice,
    index,
    number: index + 1,
    summary: [
      choice.code === '' ? t('editor:line.new') : t('editor:line.code', { code: choice.code }),
      ...(choice.value === '' ? [] : [t('editor:line.value', { value: choice.value })]),
      ...(choice.role === '' ? [] : [roleName(t, choice.role)]),
    ].join(', '),
    roles: roles.map((role) => ({ value: role, text: roleName(t, role), isSelected: role === choice.role })),
  };
};

const KNOWN_ROLES = new Set(['97', '98', '99', 'inna', 'wyklucza']);

const roleName = (t: Translator['t'], role: string): string =>
  role === ''
    ? t('editor:role.none')
    : role
        .split('+')
        .filter((part) => KNOWN_ROLES.has(part))
        .map((part) => t(`editor:role.${part}`))
        .join(', ');

const rowView = (t: Translator['t'], row: RowForm, index: number, number: string): RowView => ({
  ...row,
  index,
  name: `${number}${String.fromCharCode(97 + (index % 26))}`,
  summary: [
    row.code === '' ? t('editor:line.new') : t('editor:line.column', { code: row.code }),
    ...(row.shownIf === '' ? [] : [t('editor:line.condition')]),
  ].join(', '),
});

/** Rows are called statements in a battery and parts in a sum. */
export const rowsName = (t: Translator['t'], form: ItemForm): string =>
  t(form.kind === 'sum' ? 'editor:lines.parts' : 'editor:lines.statements', { code: fieldOf(form, 'kod') });
