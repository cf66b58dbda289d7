import type { Clock } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { tableQuery, type TableQuery } from './inputs';
import { tooManyViews, viewUnreadable } from './problems';
import type { ViewId, ViewScope, ViewStore } from './store';
import { parametersOf, queryText } from './table-address';

export interface SaveViewNeeds {
  readonly store: ViewStore;
  readonly clock: Clock;
}

export interface NewView {
  readonly name: string;
  /** As the address bar has it, without what stands before the question mark. */
  readonly state: string;
  readonly ownerName: string;
}

/** Enough for anybody, and a bound for a program gone astray. */
const MOST_VIEWS = 200;

/**
 * Keeps a state of the tables page under a name.
 *
 * @throws Problem `tables.view-unreadable` · `tables.too-many-views`
 */
export const saveView =
  ({ store, clock }: SaveViewNeeds) =>
  async (scope: ViewScope, { name, state, ownerName }: NewView): Promise<ViewId> => {
    const query = stateOf(state);
    if (query === undefined) throw viewUnreadable();
    if ((await store.countOwn(scope)) >= MOST_VIEWS) throw tooManyViews({ most: MOST_VIEWS });
    const id = newId<'saved table'>();
    const { evaluationId, accountId: ownerId } = scope;
    await store.add({
      id,
      evaluationId,
      name,
      state: queryText(parametersOf(query)),
      ownerId,
      ownerName,
      shared: false,
      savedAt: clock.now(),
    });
    return id;
  };

/** The state that an address names; undefined when it names none. */
export const stateOf = (text: string): TableQuery | undefined => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) fields.set(name, [...(fields.get(name) ?? []), value]);
  const given = Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
  const parsed = tableQuery.safeParse(given);
  return parsed.success && parsed.data.wiersze.length > 0 ? parsed.data : undefined;
};
