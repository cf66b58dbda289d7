import type { Translator } from '../../../platform/i18n';
import { currentOf, itemsFrom, measureItems, wordingOf, type BankEntry, type BankRecord } from '../domain/bank';
import { addressOf } from './address';
import type { BankView } from './inputs';
import { targetCalled, type Target } from './list-targets';
import type { OptionView } from './present-bank';
import type { Undecided } from './take-entries';

export interface ChoiceView {
  readonly heading: string;
  readonly picks: readonly { readonly code: string; readonly text: string }[];
  readonly measure: string;
  /** Address of the page with nothing chosen. */
  readonly clear: string | null;
  readonly download: string | null;
  readonly targets: readonly OptionView[];
  readonly pages: readonly OptionView[];
}

/** What is chosen, how long it takes to answer, and where it may go. */
export const presentChoice = (
  translator: Translator,
  records: readonly BankRecord[],
  targets: readonly Target[],
  view: BankView,
): ChoiceView => {
  const { t } = translator;
  const chosen = records.filter(({ code }) => view.poz.includes(code)).map(currentOf);
  const target = targetCalled(targets, view.kwestionariusz);
  return {
    heading: chosen.length === 0 ? t('bank:choice.none') : t('bank:choice.heading', { count: chosen.length }),
    picks: chosen.map((entry) => ({ code: entry.code, text: shortened(wordingOf(entry)) })),
    measure: chosen.length === 0 ? t('bank:choice.hint') : measureText(translator, chosen, target),
    clear: chosen.length === 0 ? null : addressOf({ ...view, poz: [] }),
    download: chosen.length === 0 ? null : addressOf({ poz: view.poz }, '/bank-pytan/pozycje.json'),
    targets: targets.map(({ key, evaluation, draft }) => ({
      value: key,
      text: t('bank:choice.target', { title: draft.definition.title, evaluation: evaluation.shortTitle }),
      isChosen: key === target?.key,
    })),
    pages: pagesOf(translator, target, view),
  };
};

/** Of the wording, as much as names it in a narrow column. */
const LONGEST_NAME = 44;

const shortened = (wording: string): string => {
  if (wording.length <= LONGEST_NAME) return wording;
  return `${wording.slice(0, wording.lastIndexOf(' ', LONGEST_NAME))}…`;
};

const measureText = ({ t }: Translator, chosen: readonly BankEntry[], target: Target | undefined): string => {
  const { rows, seconds } = measureItems(itemsFrom(chosen));
  const size = t('bank:choice.size', { rows: t('bank:choice.rows', { count: rows }), time: timeText(t, seconds) });
  if (target === undefined) return size;
  const minutes = Math.ceil((target.draft.definition.minutes * 60 + seconds) / 60);
  return `${size} ${t('bank:choice.total', { count: minutes })}`;
};

const timeText = (t: Translator['t'], seconds: number): string =>
  seconds < 90
    ? t('bank:choice.seconds', { count: Math.ceil(seconds / 10) * 10 })
    : t('bank:choice.minutes', { count: Math.round(seconds / 60) });

/** A new page is an empty choice; where nothing is chosen yet, items go to the last page but the closing one. */
const pagesOf = ({ t }: Translator, target: Target | undefined, { miejsce }: BankView): readonly OptionView[] => {
  const pages = target?.draft.definition.pages ?? [];
  const chosen = pages.some(({ id }) => id === miejsce) ? miejsce : miejsce === undefined ? pages.at(-2)?.id : '';
  return [
    ...pages.map(({ id, title }, index) => ({
      value: id,
      text: t('bank:choice.page', { number: index + 1, title }),
      isChosen: id === chosen,
    })),
    { value: '', text: t('bank:choice.new-page'), isChosen: chosen === '' },
  ];
};

/** What only the person can decide before the items are added. */
export interface QuestionsView {
  readonly clashes: string | null;
  readonly loose: readonly string[];
  /** What is wrong with the form itself. */
  readonly faults: readonly { readonly text: string; readonly field: string }[];
}

export const presentQuestions = (
  { t }: Translator,
  { clashes, loose }: Undecided,
  { nothing = false, pageGone = false }: { readonly nothing?: boolean; readonly pageGone?: boolean } = {},
): QuestionsView => ({
  clashes: clashes.length === 0 ? null : t('bank:clash.codes', { count: clashes.length, codes: clashes.join(', ') }),
  loose: loose.map(({ code, missing }) => t('bank:loose.item', { code, missing: missing.join(', ') })),
  faults: [
    ...(nothing ? [{ text: t('bank:fault.nothing'), field: 'lista' }] : []),
    ...(pageGone ? [{ text: t('bank:fault.page-gone'), field: 'st' }] : []),
    ...(clashes.length > 0 ? [{ text: t('bank:fault.clashes'), field: 'zajete-pomin' }] : []),
    ...(loose.length > 0 ? [{ text: t('bank:fault.loose'), field: 'warunki-dodaj' }] : []),
  ],
});
