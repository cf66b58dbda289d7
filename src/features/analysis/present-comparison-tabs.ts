import type { Translator } from '../../platform/i18n';
import type { EvaluationId } from '../../platform/ids';

const PLACES = { institutions: 'porownanie', waves: 'fale' } as const;

export type ComparisonTab = keyof typeof PLACES;

/** Tabs of „Porównania”; `views/analysis/parts/comparison-tabs` draws them. */
export interface ComparisonTabView {
  readonly text: string;
  readonly address: string;
  readonly isCurrent: boolean;
}

export const presentComparisonTabs = (
  { t }: Translator,
  evaluationId: EvaluationId,
  current: ComparisonTab,
): readonly ComparisonTabView[] =>
  (Object.keys(PLACES) as readonly ComparisonTab[]).map((tab) => ({
    text: t(`comparison:tabs.${tab}`),
    address: `/badania/${evaluationId}/${PLACES[tab]}`,
    isCurrent: tab === current,
  }));
