import type { DeskNeeds } from '../desk-needs';
import { readTable } from './read-table';
import { readViews } from './read-views';
import { saveView } from './save-view';
import { createViewStore } from './store';

/** Tables of any question by any other, and those of them that somebody keeps under a name. */
export const createTables = ({ connection, clock, openDesk, datasets, readEvaluation }: DeskNeeds) => {
  const store = createViewStore(connection);
  return {
    ensureIndexes: store.ensureIndexes,
    readTable: readTable({ openDesk }),
    readViews: readViews({ store, datasets, readEvaluation }),
    saveView: saveView({ store, clock }),
    renameView: store.rename,
    shareView: store.share,
    removeView: store.remove,
  };
};

export type Tables = ReturnType<typeof createTables>;
