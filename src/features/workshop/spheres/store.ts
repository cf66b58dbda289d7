import { insertOnce, type Connection } from '../../../platform/storage';
import type { GroupId, SphereDecision, SphereDecisionId, SphereList, SphereListId } from '../domain';

/** `list` tells real decisions of a group from generated ones; `number` counts the decisions about one sphere from 1. */
type DecisionDocument = Omit<SphereDecision, 'id'> & { _id: SphereDecisionId; list: string; number: number };

type ListDocument = Omit<SphereList, 'id' | 'spheres'> & {
  _id: SphereListId;
  spheres: SphereList['spheres'][number][];
};

const toDecision = ({ _id: id, list: _, number: __, ...rest }: DecisionDocument): SphereDecision => ({ id, ...rest });
const toList = ({ _id: id, ...rest }: ListDocument): SphereList => ({ id, ...rest });

export type SphereDecisionStore = ReturnType<typeof createSphereDecisionStore>;

export const createSphereDecisionStore = (connection: Connection) => {
  const decisions = connection.collection<DecisionDocument>('sphereDecisions');
  const lists = connection.collection<ListDocument>('sphereLists');
  const decided = async (filter: object): Promise<readonly SphereDecision[]> =>
    (await decisions.find(filter).sort({ at: 1, sphere: 1, number: 1 }).toArray()).map(toDecision);
  const oneList = async (filter: object): Promise<SphereList | undefined> => {
    const [found] = await lists.find(filter).sort({ number: -1 }).limit(1).toArray();
    return found === undefined ? undefined : toList(found);
  };
  return {
    ensureIndexes: async (): Promise<void> => {
      await decisions.createIndex({ list: 1, sphere: 1, number: 1 }, { unique: true }, {});
      await decisions.createIndex({ groupId: 1 }, {}, {});
      await lists.createIndex({ code: 1, number: 1 }, { unique: true }, {});
    },

    /** Oldest first. */
    ofGroup: (groupId: GroupId) => decided({ groupId }),
    ofList: (list: string) => decided({ list }),

    find: async (id: SphereDecisionId): Promise<SphereDecision | undefined> => {
      const found = await decisions.findOne({ _id: id });
      return found === null ? undefined : toDecision(found);
    },

    /** False when a decision with this number is there: somebody was first. */
    add: ({ id, ...decision }: SphereDecision, list: string, number: number): Promise<boolean> =>
      insertOnce(decisions.insertOne({ _id: id, ...decision, list, number })),

    /** Newest first. */
    listsOf: async (code: string): Promise<readonly SphereList[]> =>
      (await lists.find({ code }).sort({ number: -1 }).toArray()).map(toList),

    /** The newest one without a number. */
    findList: (code: string, number?: number) => oneList(number === undefined ? { code } : { code, number }),
    findListById: (id: SphereListId) => oneList({ _id: id }),

    /** False when another version took the number. */
    addList: ({ id, spheres, ...list }: SphereList): Promise<boolean> =>
      insertOnce(lists.insertOne({ _id: id, ...list, spheres: [...spheres] })),
  };
};
