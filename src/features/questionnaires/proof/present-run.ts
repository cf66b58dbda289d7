import type { Translator } from '../../../platform/i18n';
import { dayOf } from '../../../platform/clock';
import type { CompiledVersion } from '../domain';
import { countFields, type Seen } from '../domain/proof/respondents';
import type { StoredRun } from './store';

export interface CoverageView {
  readonly name: string;
  readonly text: string;
  readonly seen: number;
  readonly all: number;
  /** What nobody came to, by code; null when everything was seen. */
  readonly unseen: string | null;
}

export interface RunView {
  readonly ran: string;
  /** What ought to worry: nothing accepted, wrong answers accepted, an earlier draft. */
  readonly worries: readonly string[];
  readonly refusals: string;
  readonly coverage: readonly CoverageView[];
  readonly counts: readonly CountsView[];
}

export interface CountsView {
  readonly code: string;
  readonly text: string;
  readonly asked: string;
  readonly answered: string;
  /** 95 to 99. */
  readonly missing: readonly string[];
}

const MOST_NAMED = 30;

/** What invented respondents found; the table is of the draft they walked, so it is left out when that has changed. */
export const presentRun = (translator: Translator, run: StoredRun, compiled: CompiledVersion | null): RunView => {
  const { t, format } = translator;
  const { responses, refusals, stuckAt } = run;
  const worries = [
    ...(compiled === null ? [t('proof:run.stale')] : []),
    ...(stuckAt.length === 0 ? [] : [t('proof:run.stuck', { codes: listOf(stuckAt) })]),
    ...(refusals.letThrough.length === 0 ? [] : [t('proof:run.let-through', { codes: listOf(refusals.letThrough) })]),
  ];
  return {
    ran: t('proof:run.ran', {
      respondents: t('proof:run.respondents', { count: responses.length }),
      finished: responses.filter(({ isFinished }) => isFinished).length,
      day: format.day(dayOf(run.ranAt)),
      time: format.time(run.ranAt),
      by: run.ranBy,
    }),
    worries,
    refusals: t(refusals.letThrough.length === 0 ? 'proof:run.refusals' : 'proof:run.refusals-some', {
      tried: format.integer(refusals.tried),
    }),
    coverage: coverageOf(translator, run),
    counts: compiled === null ? [] : countsOf(translator, run, compiled),
  };
};

const listOf = (codes: readonly string[]): string =>
  codes.length > MOST_NAMED ? `${codes.slice(0, MOST_NAMED).join(', ')}, …` : codes.join(', ');

const coverageOf = ({ t }: Translator, { coverage }: StoredRun): readonly CoverageView[] =>
  (['items', 'choices', 'holding', 'failing'] as const)
    .map((part) => ({ part, found: coverage[part] }))
    .filter(({ found }) => found.all > 0)
    .map(({ part, found }) => ({
      name: t(`proof:coverage.${part}`),
      text: t('proof:coverage.of', { seen: found.seen, all: found.all }),
      seen: found.seen,
      all: found.all,
      unseen: unseenIn(t, found),
    }));

const unseenIn = (t: Translator['t'], { unseen }: Seen): string | null =>
  unseen.length === 0 ? null : t('proof:coverage.unseen', { codes: listOf(unseen) });

const countsOf = ({ format }: Translator, { responses }: StoredRun, compiled: CompiledVersion): readonly CountsView[] =>
  countFields(compiled, responses).map(({ field, text, asked, answered, missing }) => ({
    code: field,
    text,
    asked: format.integer(asked),
    answered: format.integer(answered),
    missing: ([95, 96, 97, 98, 99] as const).map((kind) => format.integer(missing[kind])),
  }));
