import { capitalised, type Translator } from '../../platform/i18n';
import type { Criterion } from '../evaluations/domain';
import type { Strength, Tone, WorkFault, WorkState } from './domain';

type Texts = Pick<Translator, 't'>;

/** A state in a word, on a soft ground. */
export interface Badge {
  readonly look: string;
  readonly icon: string;
  readonly text: string;
}

/** Up to three dots, and the word that says it without them. */
export interface StrengthView {
  readonly dots: readonly boolean[];
  readonly text: string;
}

export const criterionName = (criterion: Criterion | null, { t }: Texts): string => {
  if (criterion === null) return t('conclusions:criterion.none');
  return criterion.kind === 'own' ? capitalised(criterion.name) : t(`conclusions:criterion.${criterion.code}`);
};

const DOTS: Readonly<Record<Strength, number>> = { none: 0, weak: 1, medium: 2, strong: 3 };

export const strengthView = (strength: Strength, { t }: Texts): StrengthView => ({
  dots: [1, 2, 3].map((place) => place <= DOTS[strength]),
  text: t(`conclusions:strength.${strength}`),
});

const TONE_LOOKS: Readonly<Record<Tone, Omit<Badge, 'text'>>> = {
  strength: { look: 'badge-ok', icon: 'check' },
  problem: { look: 'badge-err', icon: 'circle-alert' },
  neutral: { look: '', icon: 'info' },
};

export const toneBadge = (tone: Tone, { t }: Texts): Badge => ({
  ...TONE_LOOKS[tone],
  text: t(`conclusions:tone.${tone}`),
});

const STATE_LOOKS: Readonly<Record<WorkState, Omit<Badge, 'text'>>> = {
  draft: { look: '', icon: 'pencil' },
  ready: { look: 'badge-ok', icon: 'check' },
};

export const stateBadge = (state: WorkState, { t }: Texts): Badge => ({
  ...STATE_LOOKS[state],
  text: t(`conclusions:state.${state}`),
});

export const faultBadge = ({ on, kind, weight }: WorkFault, { t }: Texts): Badge => ({
  look: weight === 'gap' ? 'badge-err' : 'badge-warn',
  icon: 'triangle-alert',
  text: t(`conclusions:fault.${on}.${kind}`),
});
