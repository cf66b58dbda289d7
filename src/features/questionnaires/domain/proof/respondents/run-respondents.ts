import type { Random } from '../../../../../platform/random';
import type { CompiledVersion } from '../../compile-version';
import type { AnswerSheet } from '../../definition';
import { answersTo, waysThrough, type Ways } from '../logic/reach';
import { coverageOf, itemKey, optionKey, outcomeKey, seenIn, sightsOf, type Coverage, type Sights } from './coverage';
import type { Places } from './places';
import { STRATEGIES, type Respondent, type Strategy } from './respondent';
import { walkRespondent, type SyntheticResponse } from './walk-respondent';
import type { Refusals } from './wrong-answers';

/** What invented respondents found. Their responses are test data and never mixed with real ones. */
export interface SyntheticRun {
  readonly responses: readonly SyntheticResponse[];
  readonly coverage: Coverage;
  readonly refusals: Refusals;
  /** Fields at which somebody could give no answer that was accepted. */
  readonly stuckAt: readonly string[];
}

/** Fields filled in by all respondents together, so that a long questionnaire takes as long as a short one. */
const MOST_FIELDS = 16_000;
const FEWEST = 45;
const MOST = 180;
/** Respondents sent to what the others did not see. */
const MOST_SENT = 90;

/**
 * Walks a questionnaire with invented respondents of every strategy, then with some who are sent to what nobody has seen.
 * A generator, so that who runs it may do other things between two respondents.
 */
export function* runRespondents(
  compiled: CompiledVersion,
  random: Random,
  places: Places,
): Generator<SyntheticResponse, SyntheticRun> {
  const ways = waysThrough(compiled);
  const sights = sightsOf(ways);
  const seen = new Set<string>();
  const responses: SyntheticResponse[] = [];
  const letThrough = new Set<string>();
  const stuckAt = new Set<string>();
  let tried = 0;
  const walk = (strategy: Strategy, given: AnswerSheet): SyntheticResponse => {
    const respondent: Respondent = { number: responses.length + 1, strategy, given, random };
    const walked = walkRespondent(compiled, respondent, places);
    for (const key of seenIn(sights, walked.response)) seen.add(key);
    for (const code of walked.refusals.letThrough) letThrough.add(code);
    if (walked.stuckAt !== null) stuckAt.add(walked.stuckAt);
    tried += walked.refusals.tried;
    responses.push(walked.response);
    return walked.response;
  };
  const own = STRATEGIES.filter((strategy) => strategy !== 'sent');
  const affordable = Math.floor(MOST_FIELDS / Math.max(1, compiled.fields.length));
  const count = Math.min(MOST, Math.max(FEWEST, affordable));
  for (let index = 0; index < count; index += 1) yield walk(own[index % own.length] ?? 'any', {});
  for (let sent = 0; sent < Math.min(MOST_SENT, Math.max(FEWEST, affordable)); sent += 1) {
    const given = nextUnseen(ways, sights, seen);
    if (given === null) break;
    yield walk('sent', given);
  }
  const refusals = { tried, letThrough: [...letThrough] };
  return { responses, coverage: coverageOf(sights, seen), refusals, stuckAt: [...stuckAt] };
}

/** Answers that lead to something unseen; each goal is tried once. Null when nothing is left that can be led to. */
const nextUnseen = (ways: Ways, sights: Sights, seen: Set<string>): AnswerSheet | null => {
  for (const { key, given } of goalsOf(ways, sights)) {
    if (seen.has(key) || seen.has(`tried ${key}`)) continue;
    seen.add(`tried ${key}`);
    const answers = given();
    if (answers !== null) return answers;
  }
  return null;
};

interface Goal {
  readonly key: string;
  readonly given: () => AnswerSheet | null;
}

const goalsOf = (ways: Ways, { places, options }: Sights): readonly Goal[] => {
  const lead = (place: (typeof places)[number], holds: boolean) => () =>
    answersTo(ways, place.checkpoint.target, holds);
  const placeOf = (code: string) => places.find((place) => place.code === code);
  return [
    ...places.map((place) => ({ key: itemKey(place), given: lead(place, true) })),
    ...places.map((place) => ({ key: outcomeKey(place, false), given: lead(place, false) })),
    ...options.map((option) => ({
      key: optionKey(option),
      given: () => {
        const { field, choice } = option;
        const place = placeOf(field.code) ?? placeOf(field.item.code);
        const way = place === undefined ? null : answersTo(ways, place.checkpoint.target, true);
        const missing = 'choices' in field ? field.choices.get(choice)?.missing : undefined;
        const isList = field.kind === 'multiple' || field.kind === 'ranking';
        return way === null
          ? null
          : { ...way, [field.code]: missing === undefined ? (isList ? [choice] : choice) : { missing } };
      },
    })),
  ];
};
