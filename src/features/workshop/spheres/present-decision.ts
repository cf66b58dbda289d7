import type { Translator } from '../../../platform/i18n';
import {
  sphereStanding,
  type DecisionArea,
  type SphereDecision,
  type SphereStanding,
  type SphereVerdict,
} from '../domain';
import { areaName } from './areas';

type Texts = Pick<Translator, 't' | 'format'>;

export interface BadgeView {
  readonly look: string;
  readonly icon: string;
  readonly text: string;
}

const LOOKS = {
  preferred: { look: 'badge-ok', icon: 'check' },
  postponed: { look: 'badge-warn', icon: 'clock' },
  'not-preferred': { look: '', icon: 'minus' },
} as const satisfies Record<SphereVerdict, Omit<BadgeView, 'text'>>;

const STANDINGS = {
  coming: { look: 'badge-info', icon: 'calendar-clock' },
  ending: { look: 'badge-warn', icon: 'calendar-clock' },
  expired: { look: 'badge-err', icon: 'calendar-x' },
} as const satisfies Partial<Record<SphereStanding, Omit<BadgeView, 'text'>>>;

export const verdictBadge = (verdict: SphereVerdict | null, { t }: Pick<Translator, 't'>): BadgeView =>
  verdict === null
    ? { look: '', icon: 'circle-dashed', text: t('sphere-decisions:verdict.none') }
    : { ...LOOKS[verdict], text: t(`sphere-decisions:verdict.${verdict}`) };

/** Null where nothing is to be said: it holds today, and for long enough. */
export const standingBadge = (
  decision: Pick<SphereDecision, 'valid'>,
  day: string,
  { t }: Pick<Translator, 't'>,
): BadgeView | null => {
  const standing = sphereStanding(decision, day);
  return standing === 'valid' ? null : { ...STANDINGS[standing], text: t(`sphere-decisions:standing.${standing}`) };
};

export const areaText = (area: DecisionArea | null, translator: Texts): string => {
  if (area === null) return '–';
  if (area.kind === 'region') return translator.t('sphere-decisions:area.region');
  return area.areas.map((one) => areaName(one, translator)).join(', ');
};

const YEAR_LENGTH = 4;

/** `2027`, `2027–2028`, `1.03.2027–30.06.2028`, `od 2027, do odwołania`. */
export const validText = (valid: SphereDecision['valid'], { t, format }: Texts): string => {
  if (valid === null) return '–';
  const { from, until } = valid;
  const startsYear = from.endsWith('-01-01');
  const [first, firstDay] = [from.slice(0, YEAR_LENGTH), format.shortDay(from)];
  if (until === null) return t('sphere-decisions:valid.open', { from: startsYear ? first : firstDay });
  const last = until.slice(0, YEAR_LENGTH);
  if (!startsYear || !until.endsWith('-12-31'))
    return t('sphere-decisions:valid.days', { from: firstDay, until: format.shortDay(until) });
  return first === last ? first : t('sphere-decisions:valid.years', { from: first, until: last });
};

/** As it is typed into the form: a year where the day is its first or its last. */
export const typedBoundary = (day: string | null, end: '-01-01' | '-12-31'): string => {
  if (day === null) return '';
  return day.endsWith(end) ? day.slice(0, YEAR_LENGTH) : day.split('-').reverse().join('.');
};
