import { dayOf } from '../../../platform/clock';
import {
  addMembers,
  changeMember,
  groupOf,
  type GroupMember,
  type Grouped,
  type GroupRefusal,
  type MemberDraft,
  type ThematicGroup,
} from '../domain';
import type { DeskNeeds } from '../needs';
import { groupBusy } from './problems';
import { printOf } from './print-of';
import { createGroupStore, type GroupStore } from './store';

export { printOf } from './print-of';

export interface Added {
  readonly added: number;
  /** Those who were there already. */
  readonly known: readonly MemberDraft[];
}

/** A member as it stood on a page. */
export const memberPrint = ({ id, name, institution, institutionCode, mayVote, email, since, until }: GroupMember) =>
  printOf([id, name, institution, institutionCode, mayVote, email, since, until]);

/** The lasting list of members of the thematic group. */
export const createGroups = ({ connection, clock }: Pick<DeskNeeds, 'connection' | 'clock'>) => {
  const store = createGroupStore(connection);
  const readGroup = (evaluation: Grouped): Promise<ThematicGroup> => store.find(groupOf(evaluation));
  const edit = editGroup(store);
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** Without members until somebody writes them down. */
    readGroup,
    /** Calendar day from which newcomers are members, unless said otherwise. */
    today: (): string => dayOf(clock.now()),

    /** Repeatable: whoever is on the list stays there once. */
    addMembers: (evaluation: Grouped, drafts: readonly MemberDraft[]): Promise<Added | GroupRefusal> =>
      edit<Added | GroupRefusal>(groupOf(evaluation), (group) => {
        const after = addMembers(group, drafts);
        if (typeof after === 'string') return { result: after };
        const { members, known } = after;
        const added = members.length - group.members.length;
        const result = { added, known };
        return added === 0 ? { result } : { group: { ...group, members }, result };
      }),

    /** @param seen what `memberPrint` said of the member that was on the page */
    changeMember: (evaluation: Grouped, seen: string, draft: MemberDraft): Promise<ThematicGroup | GroupRefusal> =>
      edit<ThematicGroup | GroupRefusal>(groupOf(evaluation), (group) => {
        const members = changeMember(group, seen, draft, memberPrint);
        if (typeof members === 'string') return { result: members };
        const after = { ...group, members };
        return { group: after, result: after };
      }),

    /** @param seen the name that was on the page */
    renameGroup: (evaluation: Grouped, seen: string, name: string): Promise<ThematicGroup | GroupRefusal> =>
      edit<ThematicGroup | GroupRefusal>(groupOf(evaluation), (group) => {
        if (group.name !== seen && group.name !== name) return { result: 'overtaken' };
        const after = { ...group, name };
        return { group: after, result: after };
      }),
  };
};

export type Groups = ReturnType<typeof createGroups>;

const MOST_TRIES = 20;

/** Edits of different members do not stand in each other's way: what was decided on an older group is decided again on the newer one. */
const editGroup =
  (store: GroupStore) =>
  async <Result>(
    id: ThematicGroup['id'],
    decide: (group: ThematicGroup) => { readonly group?: ThematicGroup; readonly result: Result },
  ): Promise<Result> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const group = await store.find(id);
      const { group: after, result } = decide(group);
      if (after === undefined || (await store.replace(group, after))) return result;
    }
    throw groupBusy();
  };
