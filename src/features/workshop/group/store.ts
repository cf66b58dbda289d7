import { insertOnce, type Connection } from '../../../platform/storage';
import type { GroupId, GroupMember, ThematicGroup } from '../domain';

type GroupDocument = Omit<ThematicGroup, 'id' | 'members'> & { _id: GroupId; members: GroupMember[] };

export type GroupStore = ReturnType<typeof createGroupStore>;

/** One document for each group: a change is one write, or none when somebody was quicker. */
export const createGroupStore = (connection: Connection) => {
  const groups = connection.collection<GroupDocument>('groups');
  return {
    ensureIndexes: (): Promise<void> => Promise.resolve(),

    /** Without members until somebody writes them down. */
    find: async (id: GroupId): Promise<ThematicGroup> => {
      const found = await groups.findOne({ _id: id });
      if (found === null) return { id, name: '', members: [], revision: 0 };
      const { _id, ...rest } = found;
      return { id: _id, ...rest };
    },

    /** False when the group is not the one that was read any more. */
    replace: async (
      { id, revision }: Pick<ThematicGroup, 'id' | 'revision'>,
      { name, members }: Pick<ThematicGroup, 'name' | 'members'>,
    ): Promise<boolean> => {
      const after = { name, members: [...members], revision: revision + 1 };
      if (revision > 0) return (await groups.updateOne({ _id: id, revision }, { $set: after })).matchedCount === 1;
      return insertOnce(groups.insertOne({ _id: id, ...after }));
    },
  };
};
