import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { WeightVersion, WeightsDesk } from '.';
import { presentDataTabs, type TabView } from '../present-data-tabs';
import type { Option } from './present-form';

export interface WeightListView {
  readonly tabs: readonly TabView[];
  readonly address: string;
  readonly datasets: readonly Option[];
  readonly dataset: string;
  readonly create: string;
  readonly load: string;
  readonly weights: readonly {
    readonly name: string;
    readonly label: string;
    readonly address: string;
    readonly about: string;
    readonly saved: string;
    readonly versions: string;
  }[];
}

export const presentList = (desk: WeightsDesk, translator: Translator): WeightListView => {
  const { t } = translator;
  const home = `/badania/${desk.evaluation.id}/wagi`;
  const query = new URLSearchParams({ zbior: desk.dataset.code }).toString();
  const names = [...new Set(desk.versions.map(({ name }) => name))];
  return {
    tabs: presentDataTabs(translator, desk.evaluation.id, 'weights'),
    address: home,
    datasets: desk.datasets.map(({ code, title }) => ({
      value: code,
      text: title,
      isChosen: code === desk.dataset.code,
    })),
    dataset: desk.dataset.title,
    create: `${home}/nowa?${query}`,
    load: `${home}/wczytaj?${query}`,
    weights: names.flatMap((name) => {
      const versions = desk.versions.filter((one) => one.name === name);
      const [newest] = versions;
      if (newest === undefined) return [];
      return [
        {
          name,
          label: newest.label,
          address: `${home}/${encodeURIComponent(name)}?${query}`,
          about: aboutRules(newest, translator),
          saved: savedBy(newest, translator),
          versions: t('weights:versions', { count: versions.length }),
        },
      ];
    }),
  };
};

export const aboutRules = ({ rules }: WeightVersion, { t }: Translator): string =>
  t(`weights:about.${rules.method}`, {
    variables: rules.margins.map(({ variables }) => variables.join(' × ')).join(', '),
  });

export const savedBy = ({ by, at, version }: WeightVersion, { t, format }: Translator): string =>
  t('weights:saved-by', { version, who: by.name, day: format.shortDay(dayOf(at)), time: format.time(at) });
