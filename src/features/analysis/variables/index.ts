import type { DeskNeeds } from '../desk-needs';
import { keepDefinitions } from './keep-definitions';
import { openVariables } from './open-variables';
import { readDictionary } from './read-dictionary';
import { readVariable } from './read-variable';
import { deleteVariable, restoreVersion, saveVariable } from './save-variable';
import { createVariableStore } from './store';

/** The data dictionary, and variables made of others. */
export const createVariables = ({ connection, clock, readEvaluation, datasets, openDesk, listVersions }: DeskNeeds) => {
  const store = createVariableStore(connection);
  const open = openVariables({ readEvaluation, datasets, definitionsOf: keepDefinitions(store) });
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    openVariables: open,
    readDictionary: readDictionary({ openDesk, openVariables: open, listVersions }),
    readVariable: readVariable({ openVariables: open }),
    saveVariable: saveVariable({ store, clock }),
    deleteVariable: deleteVariable({ store, clock }),
    restoreVersion: restoreVersion({ store, clock }),
  };
};

export type Variables = ReturnType<typeof createVariables>;
