import { capitalised, type Translator } from '../../platform/i18n';
import {
  isMissing,
  otherTextCode,
  type Answer,
  type AnswerSheet,
  type Choice,
  type FormFields,
  type Item,
} from '../questionnaires/domain';
import type { ItemOnPage, RowOnPage } from './domain';
import { presentRanking, type RankingView } from './present-ranking';
import { presentTerritory, type PlaceGroup } from './present-territory';

export interface ChoiceView {
  readonly code: string;
  readonly label: string;
  readonly isChosen: boolean;
  /** Text beside "inna, jaka?". */
  readonly other: TextView | null;
}

export interface TextView {
  readonly name: string;
  readonly value: string;
  readonly error: string | null;
}

/** Shown, or held ready on the page until an answer brings it up. */
interface ShowableView {
  readonly isHidden: boolean;
  /** The condition as JSON for the script; null when nothing on this page decides. */
  readonly condition: string | null;
}

export interface RowView extends ShowableView {
  readonly code: string;
  readonly text: string;
  readonly error: string | null;
  readonly choices: readonly ChoiceView[];
}

export interface ItemView extends ShowableView {
  readonly kind: Item['kind'];
  /** Language of the questions where the page speaks another; null when they agree. */
  readonly lang: string | null;
  readonly code: string;
  readonly number: number | null;
  readonly text: string;
  readonly hint: string | null;
  readonly note: 'required' | 'optional' | null;
  readonly error: string | null;
  /** Ids of hint and error, for `aria-describedby`; empty when there are none. */
  readonly describedBy: string;
  readonly choices: readonly ChoiceView[];
  /** "Żadne z powyższych", after the word "lub". */
  readonly exclusive: readonly ChoiceView[];
  readonly rows: readonly RowView[];
  /** Labels above the columns of a battery. */
  readonly columns: readonly string[];
  readonly value: string;
  readonly longest: number;
  readonly unit: string | null;
  readonly ends: readonly [low: string, high: string] | null;
  readonly groups: readonly PlaceGroup[];
  readonly ranking: RankingView | null;
}

/** What the fields of a page hold at the moment: stored answers, or what was just typed, and what is wrong with it. */
export interface Filled {
  readonly answers: AnswerSheet;
  readonly typed: FormFields;
  readonly errors: ReadonlyMap<string, string>;
}

export interface ItemSetting {
  readonly translator: Translator;
  readonly wojewodztwo: string;
  readonly lang: string | null;
}

export const presentItem = (setting: ItemSetting, filled: Filled, onPage: ItemOnPage): ItemView => {
  const { item } = onPage;
  const codes = chosenCodes(filled, item.code, 'choices' in item ? item.choices : []);
  const choices = choicesOf(item).map((choice) => presentChoice(filled, item.code, choice, codes));
  const isExclusive = (code: string): boolean =>
    item.kind === 'multiple' && item.choices.some((choice) => choice.code === code && choice.exclusive === true);
  const hint = item.hint ?? defaultHint(item, setting.translator);
  const error = filled.errors.get(item.code) ?? null;
  return {
    kind: item.kind,
    lang: setting.lang,
    code: item.code,
    number: onPage.number,
    text: item.text,
    hint,
    note: noteOf(item),
    error,
    describedBy: [hint === null ? '' : `${item.code}-h`, error === null ? '' : `${item.code}-e`]
      .filter(Boolean)
      .join(' '),
    choices: choices.filter(({ code }) => !isExclusive(code)),
    exclusive: choices.filter(({ code }) => isExclusive(code)),
    rows: onPage.rows.map((row) => presentRow(filled, choicesOf(item), row)),
    columns: item.kind === 'battery' ? item.choices.map(({ label }) => capitalised(label)) : [],
    value: textOf(filled, item.code),
    longest: item.kind === 'open' ? item.longest : 0,
    unit: item.kind === 'number' ? (item.unit ?? null) : null,
    ends: item.kind === 'scale0to10' ? [item.lowLabel, item.highLabel] : null,
    groups: item.kind === 'territory' ? presentTerritory(setting.translator, setting.wojewodztwo, item.level) : [],
    ranking: item.kind === 'ranking' ? presentRanking(item, codes, choices) : null,
    ...presentShowable(onPage),
  };
};

const presentShowable = ({ isShown, decidedHere }: Pick<RowOnPage, 'isShown' | 'decidedHere'>): ShowableView => ({
  isHidden: !isShown,
  condition: decidedHere === null ? null : JSON.stringify(decidedHere),
});

const presentRow = (filled: Filled, choices: readonly Choice[], onPage: RowOnPage): RowView => {
  const { code, text } = onPage.row;
  const codes = chosenCodes(filled, code, choices);
  return {
    code,
    text,
    error: filled.errors.get(code) ?? null,
    choices: choices.map((choice) => presentChoice(filled, code, choice, codes)),
    ...presentShowable(onPage),
  };
};

const presentChoice = (filled: Filled, itemCode: string, choice: Choice, chosen: readonly string[]): ChoiceView => {
  const name = otherTextCode(itemCode);
  return {
    code: choice.code,
    label: capitalised(choice.label),
    isChosen: chosen.includes(choice.code),
    other: choice.other === true ? { name, value: textOf(filled, name), error: filled.errors.get(name) ?? null } : null,
  };
};

const ZERO_TO_TEN: readonly Choice[] = Array.from({ length: 11 }, (_, value) => ({
  code: String(value),
  label: String(value),
}));

const choicesOf = (item: Item): readonly Choice[] => {
  if (item.kind === 'scale0to10') return ZERO_TO_TEN;
  return 'choices' in item ? item.choices : [];
};

/** Only what stands out is marked: what must be answered, and texts that take time. */
const noteOf = (item: Item): ItemView['note'] => {
  if (item.required === true) return 'required';
  return item.kind === 'open' ? 'optional' : null;
};

const defaultHint = (item: Item, { t }: Translator): string | null => {
  switch (item.kind) {
    case 'multiple':
      return item.most === undefined ? t('responses:hint.multiple') : t('responses:hint.most', { count: item.most });
    case 'battery':
      return t('responses:hint.battery');
    case 'scale0to10':
      return t('responses:hint.scale', { low: item.lowLabel, high: item.highLabel });
    case 'ranking':
      return t('responses:hint.ranking', { count: item.most });
    case 'number':
      return t('responses:hint.number', { least: item.least, most: item.most });
    case 'single':
    case 'territory':
    case 'open':
    case 'information':
      return null;
  }
};

/** Codes chosen under a field, a "trudno powiedzieć" by its code again. */
const chosenCodes = ({ answers, typed }: Filled, code: string, choices: readonly Choice[]): readonly string[] => {
  if (Object.hasOwn(typed, code)) return [typed[code] ?? []].flat().flatMap((text) => text.split(','));
  const answer = answers[code];
  if (isMissing(answer))
    return choices.filter(({ missing }) => missing === answer.missing).map((choice) => choice.code);
  return typeof answer === 'string' ? [answer] : isCodes(answer) ? answer : [];
};

const isCodes = (answer: Answer | undefined): answer is readonly string[] => Array.isArray(answer);

const textOf = ({ answers, typed }: Filled, code: string): string => {
  if (Object.hasOwn(typed, code)) return [typed[code] ?? []].flat()[0] ?? '';
  const answer = answers[code];
  if (typeof answer === 'number') return String(answer).replace('.', ',');
  return typeof answer === 'string' ? answer : '';
};
