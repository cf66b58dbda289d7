import type { Translator } from '../../../platform/i18n';
import type { Conclusion } from '../domain';
import type { WorkRead } from '../read-work';

export interface RemovalPage {
  readonly title: string;
  readonly name: string;
  /** Why it stays; null: it may go. */
  readonly reason: string | null;
  readonly warning: string;
  readonly action: string;
  readonly revision: number;
  readonly back: string;
}

export const presentRemoval = (
  { id, number, title, log }: Conclusion,
  { recommendations, evaluation }: Pick<WorkRead, 'recommendations' | 'evaluation'>,
  { t }: Translator,
): RemovalPage => {
  const resting = recommendations.filter(({ conclusions }) => conclusions.includes(id));
  const codes = resting.map((one) => `R${one.number}`).join(', ');
  const back = `/badania/${evaluation.id}/wnioski`;
  return {
    title: t('conclusions:removal.title', { number }),
    name: title,
    reason: resting.length === 0 ? null : t('conclusions:removal.in-use', { count: resting.length, codes }),
    warning: t('conclusions:removal.warning'),
    action: `${back}/${number}/usun`,
    revision: log.revision,
    back: `${back}#W${number}`,
  };
};
