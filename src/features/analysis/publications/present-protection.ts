import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { SMALLEST_GROUP, type Evaluation, type ProtectionChange } from '../../evaluations';
import { presentDataTabs, type TabView } from '../present-data-tabs';
import type { Publication } from './publication';

export interface ProtectionView {
  readonly tabs: readonly TabView[];
  readonly address: string;
  readonly now: string;
  readonly limit: { readonly value: number; readonly least: number; readonly most: number; readonly hint: string };
  readonly changes: readonly string[];
  readonly told: readonly ToldView[];
}

interface ToldView {
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly address: string;
  readonly cut: string;
  readonly made: string;
  readonly withheld: string;
}

export const presentProtection = (
  evaluation: Evaluation,
  changes: readonly ProtectionChange[],
  publications: readonly Publication[],
  translator: Translator,
): ProtectionView => {
  const { t, format } = translator;
  const { least, most } = SMALLEST_GROUP;
  return {
    tabs: presentDataTabs(translator, evaluation.id, 'protection'),
    address: `/badania/${evaluation.id}/ochrona`,
    now: t('publications:limit.now', { count: evaluation.smallestGroup }),
    limit: { value: evaluation.smallestGroup, least, most, hint: t('publications:limit.hint', { least, most }) },
    changes: changes.map(({ smallestGroup, by, at }) =>
      t('publications:limit.saved', { day: format.shortDay(dayOf(at)), count: smallestGroup, by }),
    ),
    told: publications.toReversed().map((one) => toldView(one, translator)),
  };
};

const toldView = (
  { number, place, dataCut, publishedBy, publishedAt, blocks }: Publication,
  translator: Translator,
): ToldView => {
  const { t, format } = translator;
  const withheld = blocks.reduce((sum, block) => sum + block.withheld.length, 0);
  return {
    number: format.integer(number),
    kind: t(`publications:kind.${place.kind}`),
    title: place.title,
    address: place.address,
    cut: dataCut === null ? '' : format.shortDay(dataCut),
    made: t('publications:told.made', { by: publishedBy, day: format.shortDay(dayOf(publishedAt)) }),
    withheld: withheld === 0 ? t('publications:told.nothing') : t('publications:told.columns', { count: withheld }),
  };
};
