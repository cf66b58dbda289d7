import type { Translator } from '../../../platform/i18n';
import type { Check, StoredReport } from '../domain';
import { placeOnPage } from './addresses';
import type { Material } from './read-material';

export interface CheckView {
  readonly badge: { readonly text: string; readonly tone: string; readonly icon: string };
  readonly text: string;
  readonly blocks: readonly { readonly text: string; readonly label: string; readonly address: string }[];
}

interface Checked {
  readonly report: StoredReport;
  readonly material: Pick<Material, 'checks'>;
  readonly evaluation: { readonly smallestGroup: number };
}

const MOST_LINKS = 8;

export const presentChecks = (
  { report, material, evaluation: { smallestGroup } }: Checked,
  { t }: Translator,
): readonly CheckView[] => {
  const numberOf = new Map(report.blocks.map(({ id }, index) => [id, index + 1]));
  return material.checks.map(({ name, blocks, weight }) => ({
    badge: badgeOf(blocks.length === 0 ? 'good' : weight, t),
    text:
      blocks.length === 0
        ? t(`report-editor:check.${name}.good`, { smallestGroup })
        : t(`report-editor:check.${name}.bad`, { count: blocks.length, smallestGroup }),
    blocks: blocks.slice(0, MOST_LINKS).map((id) => ({
      text: String(numberOf.get(id) ?? ''),
      label: t('report-editor:check.block', { number: numberOf.get(id) ?? 0 }),
      address: `${placeOnPage(report, id, 'zapisie').replace('&po=zapisie', '')}#b-${id}`,
    })),
  }));
};

const badgeOf = (weight: 'good' | Check['weight'], t: Translator['t']): CheckView['badge'] =>
  weight === 'good'
    ? { text: t('report-editor:check.good'), tone: 'badge-ok', icon: 'check' }
    : weight === 'warning'
      ? { text: t('report-editor:check.warning'), tone: 'badge-warn', icon: 'triangle-alert' }
      : { text: t('report-editor:check.error'), tone: 'badge-err', icon: 'triangle-alert' };
