import { capitalised, type Translator } from '../../platform/i18n';
import { isDay, type AskedItem, type Choice } from '../questionnaires/domain';
import type { ItemOnPage, RowOnPage } from './domain';
import { choicesOf, chosenCodes, presentChoice, textOf, type ChoiceView, type Filled } from './present-choices';
import { presentHint } from './present-hint';
import { presentRanking, type RankingView } from './present-ranking';
import { presentSum, type SumView } from './present-sum';
import { presentTerritory, type PlaceGroup } from './present-territory';

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
  readonly value: string;
}

export interface DateView {
  /** `date`, or `text` where something was typed that no calendar can show. */
  readonly type: 'date' | 'text';
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface ItemView extends ShowableView {
  /** File below `views/responses/items`. */
  readonly view: string;
  /** Language of the questions where the page speaks another; null when they agree. */
  readonly lang: string | null;
  readonly code: string;
  readonly number: number | null;
  readonly text: string;
  /** The text before answers of the same page are filled in, for the script; null where there are none. */
  readonly template: string | null;
  readonly hint: string | null;
  readonly note: 'required' | 'optional' | null;
  readonly error: string | null;
  /** Ids of hint and error, for `aria-describedby`; empty when there are none. */
  readonly describedBy: string;
  readonly choices: readonly ChoiceView[];
  /** "Żadne z powyższych", after the word "lub". */
  readonly exclusive: readonly ChoiceView[];
  readonly rows: readonly RowView[];
  /** Labels above the columns of a battery, and their number as far as there is room for them. */
  readonly columns: readonly string[];
  readonly width: string;
  readonly value: string;
  readonly longest: number;
  readonly unit: string | null;
  readonly ends: readonly [low: string, high: string] | null;
  readonly groups: readonly PlaceGroup[];
  readonly ranking: RankingView | null;
  readonly sum: SumView | null;
  readonly date: DateView | null;
  /** Information with which the questionnaire is over. */
  readonly isEnd: boolean;
}

export interface ItemSetting {
  readonly translator: Translator;
  readonly wojewodztwo: string;
  readonly lang: string | null;
  readonly template: string | null;
}

export const presentItem = (setting: ItemSetting, filled: Filled, onPage: ItemOnPage): ItemView => {
  const { item } = onPage;
  const { translator } = setting;
  const codes = chosenCodes(filled, item.code, choicesOf(item));
  const choices = choicesOf(item).map((choice) => presentChoice(filled, item.code, choice, codes));
  const isExclusive = ({ code }: ChoiceView): boolean =>
    item.kind === 'multiple' && item.choices.some((choice) => choice.code === code && choice.exclusive === true);
  const hint = presentHint(item, translator);
  const error = filled.errors.get(item.code) ?? null;
  const value = textOf(filled, item.code);
  return {
    view: viewOf(item),
    lang: setting.lang,
    code: item.code,
    number: onPage.number,
    text: item.text,
    template: setting.template,
    hint,
    note: noteOf(item),
    error,
    describedBy: [hint === null ? '' : `${item.code}-h`, error === null ? '' : `${item.code}-e`]
      .filter(Boolean)
      .join(' '),
    choices: choices.filter((choice) => !isExclusive(choice)),
    exclusive: choices.filter(isExclusive),
    rows: onPage.rows.map((row) => presentRow(filled, choicesOf(item), row)),
    columns: item.kind === 'battery' ? item.choices.map(({ label }) => capitalised(label)) : [],
    width: item.kind === 'battery' ? widthOf(item.choices) : '',
    value,
    longest: item.kind === 'open' ? item.longest : 0,
    unit: item.kind === 'number' ? (item.unit ?? null) : null,
    ends: item.kind === 'scale0to10' ? [item.lowLabel, item.highLabel] : null,
    groups: item.kind === 'territory' ? presentTerritory(translator, setting.wojewodztwo, item.level) : [],
    ranking: item.kind === 'ranking' ? presentRanking(item, codes, choices) : null,
    sum: item.kind === 'sum' ? presentSum(translator, filled, item) : null,
    date: item.kind === 'date' ? presentDate(item, value) : null,
    isEnd: item.kind === 'information' && item.ends === true,
    ...presentShowable(onPage),
  };
};

const viewOf = (item: AskedItem): string => {
  if (item.kind === 'single' && item.appearance === 'minimal') return 'select';
  return item.kind === 'open' && item.oneLine === true ? 'one-line' : item.kind;
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
    value: textOf(filled, code),
    ...presentShowable(onPage),
  };
};

const presentDate = ({ earliest, latest }: Extract<AskedItem, { kind: 'date' }>, value: string): DateView => ({
  type: value === '' || isDay(value) ? 'date' : 'text',
  earliest: earliest ?? null,
  latest: latest ?? null,
});

/** More columns than this do not fit beside the statements: then every row is a list, as on a phone. */
const MOST_COLUMNS = 7;

/** `7-2`: seven columns, of which the last two ("nie dotyczy", "trudno powiedzieć") stand apart from the scale. */
const widthOf = (choices: readonly Choice[]): string => {
  const apart = choices.filter(({ missing }) => missing !== undefined).length;
  return choices.length > MOST_COLUMNS ? 'list' : `${choices.length} likert-apart-${Math.min(apart, 2)}`;
};

/** Only what stands out is marked: what must be answered, and texts that take time. */
const noteOf = (item: AskedItem): ItemView['note'] => {
  if (item.required === true) return 'required';
  return item.kind === 'open' ? 'optional' : null;
};
