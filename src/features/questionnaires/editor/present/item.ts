import type { Translator } from '../../../../platform/i18n';
import type { Item } from '../../domain';
import { fingerprint, pageOfItem } from '../../domain/edit';
import type { Desk } from '../../open-desk';
import { deskAddress } from '../../present-frame';
import { answeredItem, hasOtherWords } from '../answered';
import { formOf } from '../form/form-of-item';
import { ITEM_KINDS, type ItemForm } from '../form/item-form';
import type { FormIssue } from '../form/item-of-form';
import { labelOfField, presentFields, type OptionView } from './fields';
import { presentIssues } from './issues';
import { presentLists, rowsName } from './lists';
import { itemNumbers } from './outline';

/** The form as the person left it; without one, the item as it is stored. */
export interface FormState {
  readonly form: ItemForm;
  /** Fingerprint of the item that the person saw first. */
  readonly seen: string;
  readonly issues: readonly FormIssue[];
  readonly wording: 'literowka' | 'tresc' | undefined;
  readonly aware: boolean;
  /** Parts that the new kind has no place for. */
  readonly lost: readonly string[];
  /** Id of the control that gets the focus. */
  readonly focus: string | null;
}

export const storedState = (item: Item): FormState => ({
  form: formOf(item),
  seen: fingerprint(item),
  issues: [],
  wording: undefined,
  aware: false,
  lost: [],
  focus: null,
});

export const presentItem = (translator: Translator, desk: Desk, item: Item, state: FormState) => {
  const { t } = translator;
  const { definition } = desk.draft;
  const { form } = state;
  const number = itemNumbers(definition).get(item.code) ?? '';
  const issues = presentIssues(t, state.issues, (issue) => textOfIssue(form, issue));
  return {
    heading:
      number === '' ? t(`editor:item.heading.${headingOf(form.kind)}`) : t('editor:item.heading.question', { number }),
    code: item.code,
    kind: form.kind,
    address: `${deskAddress(desk)}/pytania/${item.code}`,
    page: pageOfItem(definition, item.code) ?? '',
    seen: state.seen,
    kinds: kindOptions(t, form.kind),
    fields: presentFields(translator, definition, form),
    lists: presentLists(t, form, number, isInChoices(state)),
    rowsName: rowsName(t, form),
    isBlock: form.kind === 'repeat',
    issues,
    errorOf: Object.fromEntries(issues.map((issue) => [issue.field, issue])),
    lost: state.lost.map((part) => labelOfField(translator, item.kind, part as never)),
    focus: issues.length > 0 ? null : state.focus,
    answered: presentAnswered(translator, desk, item, state),
  };
};

const isInChoices = ({ issues, focus }: FormState): boolean =>
  issues.some(({ part }) => part === 'odpowiedzi') || focus === 'odpowiedzi' || focus?.startsWith('f-o-') === true;

const headingOf = (kind: Item['kind']): string =>
  kind === 'information' || kind === 'calculated' || kind === 'repeat' ? kind : 'new';

const kindOptions = (t: Translator['t'], current: Item['kind']): readonly OptionView[] =>
  ITEM_KINDS.map((kind) => ({ value: kind, text: t(`editor:kind.${kind}`), isSelected: kind === current }));

const textOfIssue = (form: ItemForm, { part, index }: FormIssue): string => {
  if (part === 'wiersze') return form.rows[index ?? 0]?.shownIf ?? '';
  return part === 'odpowiedzi' ? '' : (form.fields[part] ?? '').trim();
};

/** "To pytanie ma już 341 odpowiedzi", with the choice that a change of its words needs. */
const presentAnswered = ({ t }: Translator, desk: Desk, item: Item, state: FormState) => {
  const published = answeredItem(desk, item.code);
  if (published === undefined) return null;
  const stored = hasOtherWords(published, item) ? (isCounted(published, item) ? 'tresc' : 'literowka') : undefined;
  const chosen = state.wording ?? stored;
  return {
    text: t('editor:answered.count', { count: desk.responses }),
    options: (['literowka', 'tresc'] as const).map((value) => ({
      value,
      text: t(`editor:answered.${value}`),
      isSelected: value === chosen,
    })),
    needsAwareness: state.aware || state.issues.some(({ fault }) => fault === 'answered'),
    isAware: state.aware,
  };
};

const isCounted = (published: Item, item: Item): boolean => (item.wording ?? 1) > (published.wording ?? 1);
