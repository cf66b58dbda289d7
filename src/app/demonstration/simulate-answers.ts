import type { Random } from '../../platform/random';
import {
  dayNumber,
  type Answer,
  type AskedItem,
  type BatteryRow,
  type Choice,
} from '../../features/questionnaires/domain';
import { drawWithoutReturn, nearMean, pickOne, pickWeighted } from './chance';
import {
  CHOICE_WEIGHTS,
  MEAN_OF_BATTERY,
  MEANS,
  OPEN_ANSWERS,
  SHARE_LEFT_EMPTY,
  SHARE_OF_DONT_KNOW,
  SPHERES_OF_CLIENTS,
  SPHERES_OF_PARTNERS,
  SPREAD,
} from './opinions';
import type { Respondent } from './respondents';

type Answers = Readonly<Record<string, Answer>>;
type ItemOf<Kind extends AskedItem['kind']> = Extract<AskedItem, { kind: Kind }>;

const meanFor = (respondent: Respondent, field: string, battery?: string): number => {
  const means = MEANS[field] ?? (battery === undefined ? undefined : MEAN_OF_BATTERY[battery]) ?? [4, 4];
  return respondent.population === 'owes-poludnie' ? means[1] : means[0];
};

const onScale = (random: Random, choices: readonly Choice[], mean: number): Answer => {
  const dontKnow = choices.find(({ missing }) => missing === 98);
  if (dontKnow && random() < SHARE_OF_DONT_KNOW) return { missing: 98 };
  const points = choices.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return String(nearMean(random, mean, SPREAD, [Math.min(...points), Math.max(...points)]));
};

const isScale = (choices: readonly Choice[]): boolean => choices.filter(({ value }) => value !== undefined).length >= 4;

const single = (random: Random, respondent: Respondent, item: ItemOf<'single'>): Answer => {
  if (isScale(item.choices) && item.code in MEANS) return onScale(random, item.choices, meanFor(respondent, item.code));
  const weights = CHOICE_WEIGHTS[item.code] ?? {};
  const offered = item.choices.filter(({ other }) => other !== true);
  const code = pickWeighted(
    random,
    Object.fromEntries(offered.map((choice) => [choice.code, weights[choice.code] ?? (choice.missing ? 0.3 : 1)])),
  );
  const missing = item.choices.find((choice) => choice.code === code)?.missing;
  return missing === undefined ? code : { missing };
};

const multiple = (random: Random, item: ItemOf<'multiple'>): Answer => {
  const offered = item.choices.filter(({ exclusive, other }) => exclusive !== true && other !== true);
  const exclusive = item.choices.find((choice) => choice.exclusive === true);
  if (exclusive && random() < 0.04) return [exclusive.code];
  const liking = (index: number): number => 0.5 / (1 + index * 0.25) + 0.08;
  const chosen = offered.filter((_, index) => random() < liking(index)).map(({ code }) => code);
  const atLeastOne = chosen.length > 0 ? chosen : [pickOne(random, offered).code];
  return atLeastOne.slice(0, item.most ?? atLeastOne.length);
};

const ranking = (random: Random, respondent: Respondent, item: ItemOf<'ranking'>): Answer => {
  const liked =
    respondent.population === 'rops' || respondent.clientType === 'jst' ? SPHERES_OF_PARTNERS : SPHERES_OF_CLIENTS;
  const weights = Object.fromEntries(
    item.choices.filter(({ other }) => other !== true).map(({ code }) => [code, liked[code] ?? 0.6]),
  );
  return drawWithoutReturn(random, weights, 2 + Math.floor(random() * (item.most - 1)));
};

const number = (random: Random, item: ItemOf<'number'>, answers: Answers): Answer => {
  const ceiling = item.notAbove === undefined ? undefined : answers[item.notAbove];
  const most = typeof ceiling === 'number' ? ceiling : Math.min(item.most, 12);
  if (typeof ceiling === 'number') return random() < 0.75 ? ceiling : Math.max(item.least, ceiling - 1);
  return Math.max(item.least, Math.min(most, Math.round(1 + 8 * random() ** 2)));
};

/** Most days of the last year are as good as any other. */
const day = (random: Random, { earliest = '2026-01-01', latest = '2026-10-31' }: ItemOf<'date'>): Answer => {
  const [from, to] = [dayNumber(earliest) ?? 0, dayNumber(latest) ?? 0];
  return new Date((from + Math.floor(random() * (1 + to - from))) * DAY_MS).toISOString().slice(0, 10);
};

const DAY_MS = 86_400_000;

const oneAnswer = (random: Random, respondent: Respondent, item: AskedItem, answers: Answers): Answer | undefined => {
  switch (item.kind) {
    case 'single':
      return single(random, respondent, item);
    case 'multiple':
      return multiple(random, item);
    case 'scale0to10':
      return String(nearMean(random, meanFor(respondent, item.code), 1.6, [0, 10]));
    case 'number':
      return number(random, item, answers);
    case 'ranking':
      return ranking(random, respondent, item);
    case 'territory':
      return item.level === 'gmina' ? respondent.gmina : respondent.gmina.slice(0, 4);
    case 'open':
      return random() < 0.35 ? pickOne(random, OPEN_ANSWERS) : undefined;
    case 'date':
      return day(random, item);
    case 'email':
      return `osoba${Math.floor(random() * 900) + 100}@przyklad.example`;
    case 'consent':
      return random() < 0.9 ? 'tak' : 'nie';
    case 'battery':
    case 'sum':
    case 'information':
    case 'calculated':
      return undefined;
  }
};

const battery = (random: Random, respondent: Respondent, item: ItemOf<'battery'>, rows: readonly BatteryRow[]) =>
  rows
    .filter(() => random() >= SHARE_LEFT_EMPTY)
    .map(({ code }) => [code, onScale(random, item.choices, meanFor(respondent, code, item.code))] as const);

/** The total handed out in whole steps, each step to a part drawn by chance. */
const sum = (random: Random, { rows, total }: ItemOf<'sum'>): Answers => {
  const parts = new Map(rows.map(({ code }) => [code, 0]));
  for (let step = 0; step < 10; step += 1) {
    const { code } = pickOne(random, rows);
    parts.set(code, (parts.get(code) ?? 0) + total / 10);
  }
  return Object.fromEntries([...parts].map(([code, value]) => [code, Number(value.toFixed(6))]));
};

/** Answers to one visible item, by field code; empty when the simulated person skips it. */
export const simulateAnswers = (random: Random, respondent: Respondent, item: AskedItem, answers: Answers): Answers => {
  if (item.kind === 'battery') return Object.fromEntries(battery(random, respondent, item, item.rows));
  const fixed = respondent.fixedAnswers[item.code];
  if (fixed !== undefined) return { [item.code]: fixed };
  if (item.required !== true && random() < SHARE_LEFT_EMPTY) return {};
  if (item.kind === 'sum') return sum(random, item);
  const answer = oneAnswer(random, respondent, item, answers);
  return answer === undefined ? {} : { [item.code]: answer };
};
