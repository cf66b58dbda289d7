import type { Translator } from '../../../platform/i18n';
import type { Weights } from '.';
import { presentDataTabs, type TabView } from '../present-data-tabs';
import { presentDiagnosis, type DiagnosisView } from './present-diagnosis';
import { presentFaults } from './present-faults';
import { aboutRules, savedBy } from './present-list';

export type ReadWeight = Awaited<ReturnType<Weights['readWeight']>>;

export interface WeightView {
  readonly tabs: readonly TabView[];
  readonly list: string;
  readonly title: string;
  readonly label: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly faults: readonly string[];
  readonly diagnosis: DiagnosisView | null;
  readonly next: string;
  readonly tables: string;
  readonly versions: readonly {
    readonly address: string;
    readonly text: string;
    readonly about: string;
    readonly isCurrent: boolean;
  }[];
}

export const presentWeight = (read: ReadWeight, translator: Translator): WeightView => {
  const { t, format } = translator;
  const { desk, version, faults, diagnosis } = read;
  const { rules, name } = version;
  const home = `/badania/${desk.evaluation.id}/wagi`;
  const query = (more: Readonly<Record<string, string>> = {}): string =>
    new URLSearchParams({ zbior: desk.dataset.code, ...more }).toString();
  const { trimming } = rules;
  const versions = desk.versions.filter((one) => one.name === name);
  return {
    tabs: presentDataTabs(translator, desk.evaluation.id, 'weights'),
    list: `${home}?${query()}`,
    title: t('weights:title-of', { name, version: version.version }),
    label: version.label,
    facts: [
      { label: t('weights:fact.dataset'), value: desk.dataset.title },
      {
        label: t('weights:fact.data-cut'),
        value: desk.dataset.dataCut === null ? t('weights:fact.no-data') : format.day(desk.dataset.dataCut),
      },
      { label: t('weights:fact.rules'), value: aboutRules(version, translator) },
      { label: t('weights:fact.unit'), value: t(`weights:unit.${rules.unit === 'totals' ? 'liczby' : 'odsetki'}`) },
      { label: t('weights:fact.base'), value: rules.base ?? t('weights:base.none') },
      {
        label: t('weights:fact.trimming'),
        value:
          trimming.kind === 'none'
            ? t('weights:trimming.bez')
            : trimming.kind === 'bounds'
              ? t('weights:fact.bounds', {
                  lower: format.decimal(trimming.lower, 2),
                  upper: format.decimal(trimming.upper, 2),
                })
              : t('weights:fact.quantile', { share: format.percent(trimming.share, 1) }),
      },
      { label: t('weights:fact.variable'), value: `${name}, ${name}@${version.version}` },
    ],
    faults: presentFaults(faults, () => '', translator, desk.evaluation.smallestGroup).map(({ text }) => text),
    diagnosis: diagnosis && presentDiagnosis(diagnosis, translator),
    next: `${home}/nowa?${query({ waga: name })}`,
    tables: `/badania/${desk.evaluation.id}/tabele?${query({ waga: name })}`,
    versions: versions.map((one) => ({
      address: `${home}/${encodeURIComponent(name)}?${query({ wersja: String(one.version) })}`,
      text: savedBy(one, translator),
      about: aboutRules(one, translator),
      isCurrent: one.version === version.version,
    })),
  };
};

/** Unrounded. */
export const presentWeightJson = ({ desk, version, faults, diagnosis }: ReadWeight) => ({
  evaluation: { id: desk.evaluation.id },
  dataset: { code: desk.dataset.code, dataCut: desk.dataset.dataCut, cut: desk.dataset.cut },
  name: version.name,
  version: version.version,
  variable: `${version.name}@${version.version}`,
  label: version.label,
  rules: version.rules,
  savedBy: version.by.name,
  savedAt: version.at.toISOString(),
  faults,
  diagnosis,
});
