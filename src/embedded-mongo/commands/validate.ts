import { Refusal, unsupported } from '../refusal';
import { booleanField, namespaceOf } from './fields';
import type { Command } from './request';

/** Whether documents, indexes and count of a collection agree, in both directions. */
export const validate: Command = {
  kind: 'read',
  fields: ['full', 'repair'],
  run: ({ catalog, engine }, request) => {
    if (booleanField(request.body, 'repair')) throw unsupported('repairing');
    const collection = catalog.find(namespaceOf(request));
    if (!collection) throw new Refusal(26, `Collection '${namespaceOf(request)}' does not exist to validate.`);
    const { documents, entries, errors } = engine.validate(collection);
    return {
      ns: collection.namespace,
      nrecords: documents,
      nIndexes: collection.indexes.length + 1,
      keysPerIndex: { _id_: documents, ...entries },
      valid: errors.length === 0,
      errors,
      ok: 1,
    };
  },
};
