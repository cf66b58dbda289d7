import { capitalised, type Format, type TextParameters, type Translator } from '../../../platform/i18n';
import type { Interval } from '../../../statistics';
import type { DisclosedBlock, NamedVariable, TableColumn } from '../domain/tables';
import type { FrozenWording, GivenTable } from '../frozen';
import { labelOf } from '../present-words';
import { shortened, tidied } from './tidy-label';

/** What every figure of a given table needs: its numbers, the words of a locale, and the names in it. */
export interface GivenWords {
  readonly given: GivenTable;
  readonly translator: Translator;
  readonly t: (key: string, parameters?: TextParameters) => string;
  readonly format: Format;
  readonly named: (variable: string) => NamedVariable;
  readonly wordingOf: (variable: string) => FrozenWording;
}

export const wordsOfGiven = (given: GivenTable, translator: Translator): GivenWords => ({
  given,
  translator,
  t: (key, parameters) => translator.t(key, parameters),
  format: translator.format,
  named: (variable) => given.names.find(({ name }) => name === variable) ?? namelessVariable(variable),
  wordingOf: (variable) =>
    given.wordings.find((wording) => wording.variable === variable) ?? {
      variable,
      item: variable,
      question: variable,
      statement: null,
      version: null,
    },
});

const namelessVariable = (name: string): NamedVariable => ({
  name,
  label: name,
  kind: 'category',
  origin: null,
  item: null,
  scale: null,
  places: null,
  categories: [],
});

const IN_TABLE = 400;
const IN_CHART = 140;
const LONGEST_WORD = 26;
const IN_TITLE = 110;

/** A label as it stands in a table: whole, unless it would fill a page. */
export const labelText = (label: string, { t }: Pick<GivenWords, 't'>): string => {
  const tidy = labelOf(tidied(label));
  return tidy === '' ? t('frozen:nameless') : capitalised(shortened(tidy, IN_TABLE));
};

/** The same beside marks, where a page has room for some lines only. */
export const chartLabel = (label: string, words: Pick<GivenWords, 't'>): string =>
  shortened(labelText(label, words), IN_CHART)
    .split(' ')
    .map((word) => (word.length > LONGEST_WORD ? (word.match(PARTS_OF_WORD) ?? []).join(' ') : word))
    .join(' ');

const PARTS_OF_WORD = new RegExp(`.{1,${LONGEST_WORD}}`, 'gu');

/** The same within a sentence, between quotation marks. */
export const quotable = (label: string, { t }: Pick<GivenWords, 't'>): string => {
  const tidy = labelOf(tidied(label));
  return shortened(tidy === '' ? t('frozen:nameless') : tidy, IN_TITLE)
    .replaceAll(/[„“]/g, '«')
    .replaceAll('”', '»')
    .replaceAll('"', '’');
};

/** `„tak”`. */
export const quoted = (label: string, words: Pick<GivenWords, 't'>): string =>
  words.t('frozen:quoted', { text: quotable(label, words) });

/** `Ogółem`, `PES`, `OWES Północ › PES`. */
export const columnName = ({ variable, label, within }: TableColumn, words: GivenWords): string => {
  if (variable === null) return words.t('frozen:total');
  const inner = labelText(label, words);
  return within === undefined ? inner : `${labelText(within.label, words)} › ${inner}`;
};

/** `typ klienta`, `K2`: the variable of columns or of a filter. */
export const variableName = (name: string, words: GivenWords): string => {
  const { label, origin } = words.named(name);
  if (origin === 'dimension' && words.translator.has(`frozen:dimension.${name}`))
    return words.t(`frozen:dimension.${name}`);
  return label === name ? name : words.t('frozen:named', { name, label: quotable(label, words) });
};

/** The banner of a test: nested ones with their outer category. */
export const bannerName = (variable: string, words: GivenWords): string => {
  const within = words.given.table.columns.find((column) => column.variable === variable)?.within;
  return within === undefined
    ? variableName(variable, words)
    : `${variableName(within.inner, words)} (${labelText(within.label, words)})`;
};

/** The statement of a battery, or the question, as it was written. */
export const statementText = (block: Pick<DisclosedBlock, 'variable' | 'label'>, words: GivenWords): string => {
  const { statement, question } = words.wordingOf(block.variable);
  return statement ?? (question === block.variable ? block.label : question);
};

export const statementOf = (block: Pick<DisclosedBlock, 'variable' | 'label'>, words: GivenWords): string =>
  labelText(statementText(block, words), words);

export const nText = (n: number, { t, format }: GivenWords): string => t('frozen:n', { n: format.integer(n) });

/** `n = 184–200` where statements or groups have different bases. */
export const nRangeText = (ns: readonly number[], words: GivenWords): string => {
  const { t, format } = words;
  if (ns.length === 0) return nText(0, words);
  const [least, most] = [Math.min(...ns), Math.max(...ns)];
  return least === most ? nText(most, words) : t('frozen:n', { n: `${format.integer(least)}–${format.integer(most)}` });
};

/** `71–80%`. */
export const shareRange = ({ low, high }: Interval, { format }: Pick<GivenWords, 'format'>): string =>
  `${format.percent(low).replace(/\s*%$/, '')}–${format.percent(high)}`;

/** `3,39–3,73`; of numbers below nought `od −4 do +6`. */
export const numberRange = ({ low, high }: Interval, { t, format }: GivenWords): string =>
  low < 0
    ? t('frozen:fromTo', { low: format.decimal(low), high: format.decimal(high) })
    : `${format.decimal(low)}–${format.decimal(high)}`;

export const scoreRange = ({ low, high }: Interval, { t, format }: GivenWords): string =>
  t('frozen:fromTo', { low: format.signed(low), high: format.signed(high) });

/** `a, b i c`. */
export const listed = (texts: readonly string[], { t }: Pick<GivenWords, 't'>): string =>
  texts.length < 2
    ? (texts[0] ?? '')
    : t('frozen:and', { first: texts.slice(0, -1).join(', '), last: texts.at(-1) ?? '' });
