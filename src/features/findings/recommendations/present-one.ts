import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { stancesOf, type ImplementationStatus, type Recommendation } from '../domain';
import { optionsOf, type Option } from '../form-fields';
import type { Badge } from '../present-labels';
import type { WorkRead } from '../read-work';
import { commissionerOf, decisionsFor, mayWrite, needsReason } from './policy';
import { presentRow, statusBadge, type RecommendationRow } from './present-row';

export interface RecommendationPage {
  readonly row: RecommendationRow;
  readonly study: string;
  readonly title: string;
  readonly back: string;
  readonly standing: string;
  readonly canWrite: boolean;
  readonly paths: { readonly change: string; readonly remove: string };
  /** Of each addressee, where there are several. */
  readonly stances: readonly { readonly name: string; readonly badge: Badge; readonly reason: string }[];
  /** Newest first. */
  readonly history: readonly HistoryLine[];
  readonly decision: DecisionForm | null;
  /** Its entry in the register, with reports and evidence; null while it is a draft. */
  readonly followUp: string | null;
}

interface HistoryLine {
  readonly day: string;
  readonly who: string;
  readonly badge: Badge;
  readonly reason: string;
}

export interface DecisionForm {
  readonly title: string;
  readonly action: string;
  readonly revision: number;
  readonly what: string;
  readonly save: string;
  readonly options: readonly Option[];
  readonly reason: string;
  readonly hint: string;
  /** By field. */
  readonly errors: Readonly<Partial<Record<'stanowisko' | 'uzasadnienie', string>>>;
  /** Somebody was faster; null: nobody. */
  readonly conflict: string | null;
}

/** What was typed into the form and what is wrong with it. */
export interface DecisionTyped {
  readonly status: ImplementationStatus | null;
  readonly reason: string;
  readonly errors: DecisionForm['errors'];
  readonly isOvertaken: boolean;
}

export const NOTHING_TYPED: DecisionTyped = { status: null, reason: '', errors: {}, isOvertaken: false };

/** @param work as the person may see it */
export const presentRecommendation = (
  recommendation: Recommendation,
  { work, actor, typed }: { readonly work: WorkRead; readonly actor: Actor; readonly typed: DecisionTyped },
  translator: Translator,
): RecommendationPage => {
  const { t } = translator;
  const row = presentRow(recommendation, work, translator);
  const { evaluation } = work;
  const stances = stancesOf(recommendation, commissionerOf(evaluation));
  return {
    row,
    study: evaluation.id,
    title: t('recommendations:one.title', { code: row.code, title: row.title }),
    back: `/badania/${evaluation.id}/rekomendacje`,
    standing: t(`conclusions:standing.${evaluation.resultState}`),
    canWrite: mayWrite(actor),
    paths: { change: `${row.href}/zmien`, remove: `${row.href}/usun` },
    stances:
      stances.length < 2
        ? []
        : stances.map(({ institution, status, decision }) => ({
            name: nameOf(institution, evaluation, translator),
            badge: statusBadge(status, translator),
            reason: decision?.reason ?? '',
          })),
    history: recommendation.decisions
      .map(({ at, by, institution, status, reason }) => ({
        day: translator.format.shortDay(dayOf(at)),
        who: t('recommendations:one.who', { by, institution: nameOf(institution, evaluation, translator) }),
        badge: statusBadge(status, translator),
        reason,
      }))
      .reverse(),
    decision: decisionForm(recommendation, row, { actor, typed }, translator),
    followUp: recommendation.status === 'draft' ? null : `/badania/${evaluation.id}/wdrazanie/${row.code}`,
  };
};

const nameOf = (
  institution: string | null,
  { institutions }: Pick<Evaluation, 'institutions'>,
  { t }: Pick<Translator, 't'>,
): string =>
  institution === null
    ? t('recommendations:one.evaluator')
    : (institutions.find(({ code }) => code === institution)?.shortName ?? institution);

const TITLES: Readonly<Record<Actor['role'], string>> = {
  evaluator: 'title-state',
  administrator: 'title-state',
  director: 'title-commissioner',
  coordinator: 'title',
};

const decisionForm = (
  recommendation: Recommendation,
  { href }: RecommendationRow,
  { actor, typed }: { readonly actor: Actor; readonly typed: DecisionTyped },
  { t }: Translator,
): DecisionForm | null => {
  const open = decisionsFor(actor, recommendation);
  if (open.length === 0) return null;
  const isWriter = mayWrite(actor);
  const nameOfDecision = (status: string): string =>
    t(`recommendations:${isWriter ? 'decision-state' : 'decision'}.${status}`);
  const withReason = open.filter(needsReason).map(nameOfDecision);
  const changed = { name: recommendation.log.changedBy, status: t(`recommendations:status.${recommendation.status}`) };
  return {
    title: t(`recommendations:decide.${TITLES[actor.role]}`),
    action: `${href}/stanowisko`,
    revision: recommendation.log.revision,
    what: t(isWriter ? 'recommendations:decide.what-state' : 'recommendations:decide.what'),
    save: t(isWriter ? 'recommendations:decide.save-state' : 'recommendations:decide.save'),
    options: optionsOf(open, typed.status === null ? [] : [typed.status], nameOfDecision),
    reason: typed.reason,
    hint: t('recommendations:decide.reason-hint', { decisions: withReason.join(', ') }),
    errors: typed.errors,
    conflict: typed.isOvertaken ? t('recommendations:decide.overtaken', changed) : null,
  };
};
