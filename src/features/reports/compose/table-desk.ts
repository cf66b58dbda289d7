import type { Translator } from '../../../platform/i18n';
import type { PublicationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import type { FrozenTable, GivenTable } from '../../analysis';
import type { LiveSource } from '../domain';
import type { TableGiver } from '.';

/** A table, or why there is none. */
export type TableAnswer =
  { readonly kind: 'given'; readonly given: GivenTable } | { readonly kind: 'refused'; readonly text: string };

/** Each table of a report is asked for once, wherever it stands. */
export interface TableDesk {
  ask(asked: LiveSource): Promise<TableAnswer>;
  /** Undefined where it is not there. */
  frozen(publication: PublicationId): Promise<FrozenTable | undefined>;
  /** Everything given so far. */
  given(): readonly GivenTable[];
}

export const createTableDesk = ({ giveTable, readFrozen }: TableGiver, translator: Translator): TableDesk => {
  const asked = new Map<string, Promise<TableAnswer>>();
  const frozen = new Map<PublicationId, Promise<FrozenTable | undefined>>();
  const given: GivenTable[] = [];

  const answer = async (source: LiveSource): Promise<TableAnswer> => {
    try {
      const table = await giveTable(source);
      given.push(table);
      return { kind: 'given', given: table };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { kind: 'refused', text: wordProblem(error, translator) };
    }
  };
  const read = async (id: PublicationId): Promise<FrozenTable | undefined> => {
    const [table] = await readFrozen([id]);
    if (table !== undefined) given.push(table);
    return table;
  };

  return {
    ask: (source) => once(asked, keyOf(source), () => answer(source)),
    frozen: (id) => once(frozen, id, () => read(id)),
    given: () => given,
  };
};

const once = <Key, Value>(kept: Map<Key, Promise<Value>>, key: Key, make: () => Promise<Value>): Promise<Value> => {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
};

const keyOf = ({ dataset, rows, columns, weight, filter, merges = [] }: LiveSource): string =>
  JSON.stringify([dataset, rows, columns, weight, filter, merges]);

/** The sentences that a page would say. */
const wordProblem = ({ code, details }: Problem, { t, has }: Translator): string => {
  const [chapter = '', name = ''] = code.split('.');
  const text = (part: 'title' | 'text'): string => {
    const key = `${chapter}:problems.${name}.${part}`;
    return has(key) ? t(key, details) : '';
  };
  const said = [text('title'), text('text')]
    .filter((one) => one !== '')
    .map(asSentence)
    .join(' ');
  return said === '' ? t('compose:missing.table') : t('compose:missing.refused', { reason: said });
};

const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
