import type { GivenTable } from '../../../analysis';
import type { DisclosedBlock } from '../../../analysis/domain';

/** What is printed as one: a question, or the statements of a battery. */
export interface Unit {
  readonly item: string;
  readonly question: string;
  readonly blocks: readonly DisclosedBlock[];
  /** What names each block: its statement; of a lone question nothing. */
  readonly statements: readonly string[];
  readonly isBattery: boolean;
}

/** The questions of a given table in their order; neighbouring statements of one question on one scale together. */
export const unitsOf = ({ table, wordings }: Pick<GivenTable, 'table' | 'wordings'>): readonly Unit[] => {
  const units: { item: string; question: string; scale: string; blocks: DisclosedBlock[]; statements: string[] }[] = [];
  for (const block of table.blocks) {
    const wording = wordings.find(({ variable }) => variable === block.variable);
    const { item = block.variable, question = block.label, statement = null } = wording ?? {};
    const scale =
      statement === null ? '' : `${item}|${block.kind}|${JSON.stringify(block.rows.map(({ code }) => code))}`;
    const last = units.at(-1);
    if (last !== undefined && scale !== '' && last.scale === scale) {
      last.blocks.push(block);
      last.statements.push(statement ?? '');
    } else units.push({ item, question, scale, blocks: [block], statements: [statement ?? ''] });
  }
  return units.map(({ scale: _, ...unit }) => ({ ...unit, isBattery: unit.blocks.length > 1 }));
};

/** Of a statement that stands alone, both. */
export const wordingOf = ({ question, statements, isBattery }: Unit): string => {
  const [statement = ''] = statements;
  return isBattery || statement === '' ? question : `${question} ${statement}`;
};
