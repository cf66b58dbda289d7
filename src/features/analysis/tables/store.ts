import type { AccountId, EvaluationId, Id } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';

export type ViewId = Id<'saved table'>;

/** The state of the tables page under a name. */
export interface SavedView {
  readonly id: ViewId;
  readonly evaluationId: EvaluationId;
  readonly name: string;
  /** Address without its beginning: `wiersze=J1&kolumny=instytucja`. */
  readonly state: string;
  readonly ownerId: AccountId;
  readonly ownerName: string;
  /** Colleagues see it too. */
  readonly shared: boolean;
  readonly savedAt: Date;
}

/** Whose views of what evaluation. */
export interface ViewScope {
  readonly evaluationId: EvaluationId;
  readonly accountId: AccountId;
}

type ViewDocument = Omit<SavedView, 'id'> & { _id: ViewId };

const toView = ({ _id: id, ...rest }: ViewDocument): SavedView => ({ id, ...rest });

export type ViewStore = ReturnType<typeof createViewStore>;

export const createViewStore = (connection: Connection) => {
  const views = connection.collection<ViewDocument>('savedTables');
  const own = ({ evaluationId, accountId }: ViewScope, id: ViewId) => ({ _id: id, evaluationId, ownerId: accountId });
  return {
    ensureIndexes: async (): Promise<void> => {
      await views.createIndex({ evaluationId: 1, ownerId: 1 }, {}, undefined);
    },

    add: async ({ id, ...view }: SavedView): Promise<void> => {
      await views.insertOne({ _id: id, ...view });
    },

    countOwn: ({ evaluationId, accountId }: ViewScope): Promise<number> =>
      views.countDocuments({ evaluationId, ownerId: accountId }),

    /** Own ones and those that colleagues share, newest first. */
    listFor: async ({ evaluationId, accountId }: ViewScope): Promise<readonly SavedView[]> => {
      const all = await views.find({ evaluationId }).sort({ savedAt: -1, _id: 1 }).toArray();
      return all.filter(({ ownerId, shared }) => ownerId === accountId || shared).map(toView);
    },

    /** False when it is nobody's, or somebody else's. */
    rename: async (scope: ViewScope, id: ViewId, name: string): Promise<boolean> =>
      (await views.updateOne(own(scope, id), { $set: { name } })).matchedCount > 0,

    share: async (scope: ViewScope, id: ViewId, shared: boolean): Promise<boolean> =>
      (await views.updateOne(own(scope, id), { $set: { shared } })).matchedCount > 0,

    remove: async (scope: ViewScope, id: ViewId): Promise<boolean> =>
      (await views.deleteOne(own(scope, id))).deletedCount > 0,
  };
};
