import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import { lastDayOf, type Addressee, type ImplementationStatus, type Quarter, type Recommendation } from '../domain';
import { faultBadge, type Badge } from '../present-labels';
import type { WorkRead } from '../read-work';

/** A recommendation as a row of a table, in words. */
export interface RecommendationRow {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly conclusions: readonly { readonly code: string; readonly title: string; readonly href: string }[];
  readonly addressees: string;
  readonly steps: readonly string[];
  readonly due: { readonly day: string; readonly quarter: string } | null;
  readonly recommendationClass: string;
  readonly area: string;
  readonly priority: string;
  readonly status: Badge;
  readonly reason: string;
  readonly faults: readonly Badge[];
}

export const presentRow = (
  recommendation: Recommendation,
  work: Pick<WorkRead, 'evaluation' | 'conclusions' | 'faults'>,
  translator: Translator,
): RecommendationRow => {
  const { t, format } = translator;
  const { id, number, due, priority } = recommendation;
  const home = `/badania/${work.evaluation.id}`;
  return {
    code: `R${number}`,
    title: recommendation.title,
    text: recommendation.text,
    href: `${home}/rekomendacje/${number}`,
    conclusions: conclusionsBehind(recommendation, work).map((one) => ({
      code: `W${one.number}`,
      title: one.title,
      href: `${home}/wnioski#W${one.number}`,
    })),
    addressees: addresseeNames(recommendation.addressees, work.evaluation).join(', '),
    steps: stepsOf(recommendation),
    due: due && { day: format.shortDay(lastDayOf(due)), quarter: quarterName(due, translator) },
    recommendationClass: className(recommendation, translator),
    area: recommendation.area,
    priority: priority === null ? '' : t(`recommendations:priority.${priority}`),
    status: statusBadge(recommendation.status, translator),
    reason: recommendation.statusReason,
    faults: work.faults
      .filter((fault) => fault.on === 'recommendation' && fault.id === id)
      .map((fault) => faultBadge(fault, translator)),
  };
};

/** In the order of conclusions. */
export const conclusionsBehind = (
  { conclusions: ids }: Pick<Recommendation, 'conclusions'>,
  { conclusions }: Pick<WorkRead, 'conclusions'>,
): WorkRead['conclusions'] => conclusions.filter(({ id }) => ids.includes(id));

/** Short names; an institution that is not evaluated any more by its code. */
export const addresseeNames = (
  addressees: readonly Addressee[],
  { institutions }: Pick<Evaluation, 'institutions'>,
): readonly string[] =>
  addressees.map((one) =>
    one.kind === 'other' ? one.name : (institutions.find(({ code }) => code === one.code)?.shortName ?? one.code),
  );

export const stepsOf = ({ implementation }: Pick<Recommendation, 'implementation'>): readonly string[] =>
  implementation
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `I kwartał 2027`. */
export const quarterName = ({ year, quarter }: Quarter, { t }: Pick<Translator, 't'>): string =>
  t('recommendations:quarter', { quarter: ROMAN[quarter - 1] ?? '', year });

/** `programowa, operacyjna`. */
export const className = (
  { recommendationClass, subclass }: Pick<Recommendation, 'recommendationClass' | 'subclass'>,
  { t }: Pick<Translator, 't'>,
): string =>
  [
    ...(recommendationClass === null ? [] : [t(`recommendations:class.${recommendationClass}`)]),
    ...(subclass === null ? [] : [t(`recommendations:subclass.${subclass}`)]),
  ].join(', ');

const LOOKS: Readonly<Record<ImplementationStatus, Omit<Badge, 'text'>>> = {
  draft: { look: '', icon: 'pencil' },
  'to-decide': { look: 'badge-info', icon: 'message-square-text' },
  accepted: { look: 'badge-ok', icon: 'check' },
  'in-progress': { look: 'badge-brand', icon: 'loader-circle' },
  implemented: { look: 'badge-ok', icon: 'check-check' },
  'partly-implemented': { look: 'badge-warn', icon: 'circle-dashed' },
  rejected: { look: 'badge-err', icon: 'x' },
  outdated: { look: '', icon: 'archive' },
};

export const statusBadge = (status: ImplementationStatus, { t }: Pick<Translator, 't'>): Badge => ({
  ...LOOKS[status],
  text: t(`recommendations:status.${status}`),
});
