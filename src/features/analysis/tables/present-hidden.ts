import type { Translator } from '../../../platform/i18n';
import type { DisclosedBlock, TableColumn } from '../domain/tables';
import type { BlockContext } from './block-context';
import { tableAddress, withMerge } from './table-address';

export interface HiddenView {
  readonly title: string;
  readonly text: string;
  /** Links that merge what is hidden, so that its sum can be seen. */
  readonly offers: readonly { readonly text: string; readonly address: string }[];
}

type Reason = NonNullable<DisclosedBlock['hidden'][number]>;

/** Which columns are hidden, why, and what can be done about it. Null: none is. */
export const presentHidden = (block: DisclosedBlock, context: BlockContext, { t }: Translator): HiddenView | null => {
  const { columns, smallestGroup } = context.table;
  const hidden = columns.flatMap((column, at) => {
    const reason = block.hidden[at] ?? null;
    return reason === null ? [] : [{ column, reason }];
  });
  if (hidden.length === 0) return null;
  if (block.sensitive) return { title: t('tables:sensitive.title'), text: t('tables:sensitive.text'), offers: [] };
  const lettersOf = (reason: Reason): string =>
    hidden.flatMap((one) => (one.reason === reason ? [one.column.letter ?? t('tables:total')] : [])).join(', ');
  const sentences = (['too-few', 'dominated', 'protects-another'] as const).flatMap((reason) => {
    const letters = lettersOf(reason);
    return letters === '' ? [] : [t(`tables:hidden.${reason}`, { letters, smallest: smallestGroup })];
  });
  return {
    title: t('tables:hidden.title', { count: hidden.length }),
    text: sentences.join(' '),
    offers: offersOf(
      hidden.map(({ column }) => column),
      context,
      t,
    ),
  };
};

/** All hidden columns of one variable may be seen together. */
const offersOf = (
  hidden: readonly TableColumn[],
  { table, query, provable }: BlockContext,
  t: Translator['t'],
): HiddenView['offers'] =>
  [...new Set(hidden.flatMap(({ variable, within }) => (within === undefined ? (variable ?? []) : [])))].flatMap(
    (variable) => {
      const columns = hidden.filter((column) => column.variable === variable);
      const isEveryone = table.columns.filter((column) => column.variable === variable).length === columns.length;
      if (columns.length < 2 || isEveryone) return [];
      const codes = columns.flatMap(({ code, merged }) => merged ?? code ?? []);
      const polacz = withMerge(query.polacz, { variable, codes, label: null });
      return [
        {
          text: t('tables:hidden.merge', {
            letters: columns.map(({ letter }) => letter).join(', '),
            labels: columns.map(({ label }) => label).join(' + '),
          }),
          address: tableAddress(provable.evaluationId, query, { polacz }),
        },
      ];
    },
  );
