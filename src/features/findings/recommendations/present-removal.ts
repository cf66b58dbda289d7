import type { Translator } from '../../../platform/i18n';
import type { RemovalPage } from '../conclusions/present-removal';
import type { Recommendation } from '../domain';
import type { WorkRead } from '../read-work';

export const presentRemoval = (
  { number, title, decisions, log }: Recommendation,
  { evaluation }: Pick<WorkRead, 'evaluation'>,
  { t }: Translator,
): RemovalPage => {
  const spoken = decisions.filter(({ institution }) => institution !== null);
  const back = `/badania/${evaluation.id}/rekomendacje/${number}`;
  return {
    title: t('recommendations:removal.title', { number }),
    name: title,
    reason: spoken.length === 0 ? null : t('recommendations:removal.decided', { count: spoken.length }),
    warning: t('recommendations:removal.warning'),
    action: `${back}/usun`,
    revision: log.revision,
    back,
  };
};
