import { columnName, quotable, statementText, type GivenWords } from '../analysis';
import type { Measured, ToldNumber } from './domain/claims';
import { rowOf, SHARE } from './domain/claims';
import { scaleEndsOf, type DisclosedBlock, type NamedVariable } from '../analysis/domain';

/** Of fewer people a result is indicative only (domain 3.6, rule 6). */
export const FEWEST_WITHOUT_REMARK = 30;

/** `„zgadzam się” lub „zdecydowanie zgadzam się”`. */
export const answersText = ({ block, codes }: Measured, words: GivenWords): string => {
  const merged = rowOf(block, codes);
  const labels = (merged === undefined ? codes : [merged.code]).map((code) => {
    const label = block.rows.find((row) => row.code === code)?.label;
    return words.t('claims:quoted', { text: quotable(label ?? code, words) });
  });
  return labels.length < 2
    ? (labels[0] ?? '')
    : words.t('frozen:or', { first: labels.slice(0, -1).join(', '), last: labels.at(-1) ?? '' });
};

export const whatText = (block: DisclosedBlock, words: GivenWords): string =>
  quotable(statementText(block, words), words);

/** Statement of a battery, question of its own, or a variable that nobody was asked. */
export const formOf = (block: DisclosedBlock, words: GivenWords): 'statement' | 'question' | 'variable' => {
  if (words.wordingOf(block.variable).statement !== null) return 'statement';
  return words.named(block.variable).item === null ? 'variable' : 'question';
};

/** `w pytaniu „…”`, `przy stwierdzeniu „…”`. */
export const whereText = (block: DisclosedBlock, words: GivenWords): string =>
  words.t(`claims:where.${formOf(block, words)}`, { what: whatText(block, words) });

/** What people do who are in a share: `zgadza się ze stwierdzeniem „…”`, `wybiera „…” w pytaniu „…”`. */
export const saysText = (measured: Measured, words: GivenWords): string => {
  const { block } = measured;
  const named = words.named(block.variable);
  if (isTop(measured, named)) {
    const key = `claims:says.top.${named.scale ?? ''}.${formOf(block, words)}`;
    if (words.translator.has(key)) return words.t(key, { what: whatText(block, words) });
  }
  const kind = named.places === null ? block.kind : 'ranking';
  return words.t(`claims:says.${kind}`, { answers: answersText(measured, words), where: whereText(block, words) });
};

/** The two highest points of a scale, as answers or as the table's own summary. */
const isTop = ({ block, measure, codes }: Measured, named: NamedVariable): boolean => {
  if (measure === 'dwie-najwyzsze') return true;
  const ends = scaleEndsOf(block, named);
  return (
    measure === SHARE &&
    ends !== null &&
    codes.length === ends.top.length &&
    ends.top.every((code) => codes.includes(code))
  );
};

/** The same of a summary, whose answers nobody listed. */
export const withCodes = (measured: Measured, words: GivenWords): Measured => {
  const ends = scaleEndsOf(measured.block, words.named(measured.block.variable));
  if (ends === null || measured.codes.length > 0) return measured;
  if (measured.measure === 'dwie-najwyzsze') return { ...measured, codes: ends.top };
  return measured.measure === 'dwie-najnizsze' ? { ...measured, codes: ends.bottom } : measured;
};

export const isShare = ({ measure }: Pick<Measured, 'measure'>): boolean =>
  measure === SHARE || measure === 'dwie-najwyzsze' || measure === 'dwie-najnizsze';

/** Rounded half up; a few people are never `0%`, and not everyone is never `100%`. */
export const percentText = (share: number, { t, format }: GivenWords, digits = 0): string => {
  const text = format.percent(share, digits);
  if (share > 0 && text === format.percent(0, digits)) return t('claims:below');
  return share < 1 && text === format.percent(1, digits) ? t('claims:above') : text;
};

/** A number as its measure is written. */
export const valueText = (measured: Pick<Measured, 'measure'>, value: number, words: GivenWords, more = 0): string => {
  if (isShare(measured)) return percentText(value, words, more);
  return measured.measure === 'nps' ? words.format.signed(value, more) : words.format.decimal(value, 2 + more);
};

const MOST_MORE_DIGITS = 3;

/** Two numbers that a test found different are not written alike. */
export const pairTexts = (
  measured: Pick<Measured, 'measure'>,
  [first, second]: readonly [number, number],
  words: GivenWords,
): readonly [string, string] => {
  const texts = (more: number): readonly [string, string] => [
    valueText(measured, first, words, more),
    valueText(measured, second, words, more),
  ];
  if (first === second) return texts(0);
  for (let more = 0; more < MOST_MORE_DIGITS; more += 1) {
    const [one, other] = texts(more);
    if (one !== other) return [one, other];
  }
  return texts(MOST_MORE_DIGITS);
};

/** `49–62%`, `3,39–3,73`, `od −4 do +6`. */
export const rangeText = (
  measured: Pick<Measured, 'measure'>,
  { low, high }: NonNullable<ToldNumber['interval']>,
  { t, format }: GivenWords,
): string => {
  if (isShare(measured)) return `${format.percent(low).replace(/\s*%$/, '')}–${format.percent(high)}`;
  if (measured.measure === 'nps') return t('frozen:fromTo', { low: format.signed(low), high: format.signed(high) });
  return low < 0
    ? t('frozen:fromTo', { low: format.decimal(low), high: format.decimal(high) })
    : `${format.decimal(low)}–${format.decimal(high)}`;
};

/** `z 200`, `ze 120`: a hundred begins with two consonants in Polish. */
export const outOf = (n: number, { t, format }: GivenWords): string => {
  let leading = n;
  while (leading >= 1000) leading = Math.floor(leading / 1000);
  return t(leading >= 100 && leading < 200 ? 'claims:outOfHundred' : 'claims:outOf', { n: format.integer(n) });
};

/** `(n = 111 z 200)`; of summaries `(n = 184)`; weighted: both without weights. */
export const countsText = ({ count, n }: Pick<ToldNumber, 'count' | 'n'>, words: GivenWords): string => {
  const { t, format, given } = words;
  const counts = count === null ? format.integer(n) : `${format.integer(count)} ${outOf(n, words)}`;
  return t(given.request.weight === null ? 'claims:counts' : 'claims:countsUnweighted', { counts });
};

/** ` w grupie „PES”`; empty for everyone. */
export const inGroup = (at: number, words: GivenWords): string =>
  at === 0 ? '' : words.t('claims:inGroup', { name: groupName(at, words) });

export const groupName = (at: number, words: GivenWords): string => {
  const column = words.given.table.columns[at];
  return column === undefined ? '' : quotable(columnName(column, words), words);
};

export const intervalSentence = (
  measured: Measured,
  { interval }: Pick<ToldNumber, 'interval'>,
  words: GivenWords,
): readonly string[] =>
  interval === null ? [] : [words.t('claims:interval', { range: rangeText(measured, interval, words) })];
