import type { Answer, Choice } from '../../definition';
import type { Field } from '../../field';
import { isAnswerChoice } from '../is-answer-choice';
import type { Places } from './places';
import type { Respondent } from './respondent';

export type Posted = string | readonly string[];

/** What stands around the field while it is answered. */
export interface Setting {
  readonly places: Places;
  /** Answers to the fields before. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** How often an answer to this field was refused already. */
  readonly tries: number;
}

/** What a respondent fills in, as a browser would send it. After a refusal they try something else. */
export const honestAnswer = (field: Field, respondent: Respondent, setting: Setting): Posted => {
  const given = respondent.given[field.code];
  if (given !== undefined && setting.tries === 0) return postedFrom(field, given);
  if (setting.tries > 3 && !field.required) return '';
  if (respondent.strategy === 'missing') {
    if ('choices' in field)
      return missingOf(field.choices) ?? (field.required ? anyAnswer(field, respondent, setting) : '');
    if (!field.required) return '';
  }
  return anyAnswer(field, respondent, setting);
};

const anyAnswer = (field: Field, respondent: Respondent, setting: Setting): Posted => {
  const { random, number } = respondent;
  switch (field.kind) {
    case 'single':
    case 'row':
    case 'scale0to10':
    case 'consent':
      return oneOf(field.choices, respondent, setting);
    case 'multiple':
      return someOf(field, respondent);
    case 'ranking':
      return someOf(field, respondent).join(',');
    case 'number':
      return printNumber(numberFor(field, respondent, setting));
    case 'part':
      return printNumber(field.total);
    case 'territory':
      return pick(setting.places[field.level], random) ?? '';
    case 'date':
      return dayFor(field, respondent);
    case 'email':
      return `respondent${number}@example.org`;
    case 'open':
    case 'other-text':
      return `Odpowiedź próbna ${number}`.slice(0, field.longest);
    case 'calculated':
      return '';
  }
};

const postedFrom = (field: Field, answer: Answer): Posted => {
  if (typeof answer === 'number') return printNumber(answer);
  if (typeof answer === 'string') return answer;
  if ('missing' in answer) return 'choices' in field ? (missingOf(field.choices, answer.missing) ?? '') : '';
  return field.kind === 'ranking' ? answer.join(',') : answer;
};

type Choices = ReadonlyMap<string, Choice>;

const missingOf = (choices: Choices, kind?: number): string | undefined =>
  [...choices.values()].find(({ missing }) => missing !== undefined && (kind === undefined || missing === kind))?.code;

const oneOf = (choices: Choices, { strategy, random }: Respondent, { tries }: Setting): string => {
  const all = [...choices.values()];
  const answers = all.filter(isAnswerChoice);
  const wanted = tries > 0 ? undefined : wantedChoice(answers, strategy);
  return (wanted ?? pick(all, random))?.code ?? '';
};

const wantedChoice = (answers: readonly Choice[], strategy: Respondent['strategy']): Choice | undefined => {
  if (strategy === 'least') return answers[0];
  if (strategy === 'most') return answers.at(-1);
  return strategy === 'other' ? answers.find(({ other }) => other) : undefined;
};

type ListField = Extract<Field, { kind: 'multiple' | 'ranking' }>;

const someOf = (field: ListField, { strategy, random }: Respondent): readonly string[] => {
  const answers = [...field.choices.values()].filter(isAnswerChoice);
  const together = shuffled(
    answers.filter(({ exclusive }) => exclusive !== true),
    random,
  );
  const alone = [...field.choices.values()].filter(({ exclusive }) => exclusive === true);
  if (alone.length > 0 && (strategy === 'exclusive' || random() < 0.08)) return [pick(alone, random)?.code ?? ''];
  const most = Math.min(field.most, together.length);
  if (strategy === 'least') return together.slice(0, 1).map(({ code }) => code);
  if (strategy === 'most') return together.slice(0, most).map(({ code }) => code);
  const ordered =
    strategy === 'other' ? [...together].sort((a, b) => Number(b.other ?? false) - Number(a.other ?? false)) : together;
  return ordered.slice(0, 1 + Math.floor(random() * most)).map(({ code }) => code);
};

type NumberField = Extract<Field, { kind: 'number' }>;

/** Mostly small, as counts of people and jobs are; never above the number that bounds it. */
const numberFor = (field: NumberField, { strategy, random }: Respondent, { answers, tries }: Setting): number => {
  const bound = field.notAbove === null ? undefined : answers[field.notAbove];
  const most = typeof bound === 'number' ? Math.min(field.most, bound) : field.most;
  if (tries === 0 && strategy === 'least') return field.least;
  if (tries === 0 && strategy === 'most') return most;
  const reach = random() < 0.5 ? Math.min(most - field.least, 12) : most - field.least;
  const number = field.least + random() * reach;
  return field.whole ? Math.round(number) : Number(number.toFixed(2));
};

const dayFor = ({ earliest, latest }: Extract<Field, { kind: 'date' }>, { strategy, random }: Respondent): string => {
  if (strategy === 'least' && earliest !== null) return earliest;
  if (strategy === 'most' && latest !== null) return latest;
  return earliest ?? latest ?? `2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
};

export const printNumber = (number: number): string => String(Number(number.toFixed(6))).replace('.', ',');

export const pick = <Value>(values: readonly Value[], random: Respondent['random']): Value | undefined =>
  values[Math.floor(random() * values.length)];

const shuffled = <Value>(values: readonly Value[], random: Respondent['random']): readonly Value[] =>
  values
    .map((value) => ({ value, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
