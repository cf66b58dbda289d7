import type { EvaluationId } from '../../platform/ids';
import { tableAt, type AddressedTable, type Analysis, type GivenTable, type Quote } from '../analysis';
import type { Focus } from './domain';
import { focusIn, NO_FOCUS, type FocusChoice } from './focus-text';
import { quoteGone, tableUnreadable } from './problems';

/** What somebody carries to a finding: a table, a quote, or nothing yet. */
export type Carried =
  | {
      readonly kind: 'table';
      readonly table: AddressedTable;
      readonly given: GivenTable;
      readonly choice: FocusChoice;
      /** Null where the rules are to choose. */
      readonly asked: Focus | null;
    }
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'nothing' };

export interface Door {
  /** State of the tables page; empty without a table. */
  readonly table: string;
  readonly choice: FocusChoice;
  /** Id of a quote; empty without one. */
  readonly quote: string;
}

/** Our own names in the address; the rest is the state of a table. */
const OWN = ['skupienie', 'cytat'];

export const doorIn = (search: string, own: { readonly skupienie: string; readonly cytat: string }): Door => {
  const parameters = new URLSearchParams(search);
  for (const name of OWN) parameters.delete(name);
  return {
    table: parameters.toString(),
    choice: { ...NO_FOCUS, focus: own.skupienie },
    quote: own.cytat,
  };
};

/** @throws Problem `findings.table-unreadable` · `findings.quote-gone`, and as `previewTable` */
export const carriedBy =
  ({ analysis }: { readonly analysis: Pick<Analysis, 'frozen' | 'texts'> }) =>
  async (evaluationId: EvaluationId, { table: state, choice, quote: id }: Door): Promise<Carried> => {
    if (id !== '') {
      const quote = (await analysis.texts.listQuotes(evaluationId)).find((one) => one.id === id);
      if (quote === undefined) throw quoteGone();
      return { kind: 'quote', quote };
    }
    if (state === '') return { kind: 'nothing' };
    const table = tableAt(state);
    if (table === undefined) throw tableUnreadable();
    const given = await analysis.frozen.previewTable(evaluationId, table);
    return { kind: 'table', table, given, choice, asked: focusIn(given, choice) };
  };
