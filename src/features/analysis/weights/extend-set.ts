import type { Connection } from '../../../platform/storage';
import type { ExtendSet } from '../datasets';

export interface ExtendSetNeeds {
  readonly connection: Connection;
}

/** Nothing is added yet. */
export const extendWithWeights =
  (_needs: ExtendSetNeeds): ExtendSet =>
  (_evaluationId, _code, set) =>
    Promise.resolve(set);
