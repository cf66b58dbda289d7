import type { Translator } from '../../../platform/i18n';
import type { Block } from '../domain';

/** Figures and tables are numbered across the report, in reading order. */
export const numberCaptions = (blocks: readonly Block[], { t }: Translator): readonly Block[] => {
  const counts = { figure: 0, table: 0 };
  const number = (block: Block): Block => {
    if (block.kind === 'figure')
      return { ...block, number: t('compose:number.figure', { number: (counts.figure += 1) }) };
    if (block.kind === 'table' && block.caption !== undefined)
      return { ...block, number: t('compose:number.table', { number: (counts.table += 1) }) };
    return block.kind === 'columns' ? { ...block, columns: block.columns.map((column) => column.map(number)) } : block;
  };
  return blocks.map(number);
};
