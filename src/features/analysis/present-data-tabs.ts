import type { Translator } from '../../platform/i18n';

export type DataTab = 'variables' | 'weights' | 'waves' | 'protection';

export interface TabView {
  readonly text: string;
  readonly address: string;
  readonly isCurrent: boolean;
}

const PATHS: Readonly<Record<DataTab, string>> = {
  variables: 'zmienne',
  weights: 'wagi',
  waves: 'fale/wczytane',
  protection: 'ochrona',
};

/** Tabs of "Zmienne i wagi"; `views/analysis/parts/data-tabs` draws them. */
export const presentDataTabs = ({ t }: Translator, evaluationId: string, current: DataTab): readonly TabView[] =>
  (Object.keys(PATHS) as DataTab[]).map((tab) => ({
    text: t(tab === 'protection' ? 'publications:tab' : `variables:tab.${tab}`),
    address: `/badania/${evaluationId}/${PATHS[tab]}`,
    isCurrent: tab === current,
  }));
