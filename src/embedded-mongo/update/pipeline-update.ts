import type { Terms } from '../match/predicate';
import { failedToParse, Refusal, typeMismatch } from '../refusal';
import { reshapeMakers } from '../group/reshape';
import type { BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import type { Update } from './compile-update';

/** An update by `$set`, `$unset`, `$project` and `$replaceWith` stages; the `_id` stays when they leave it out. */
export const pipelineUpdate = (
  stages: readonly BsonValue[],
  arrayFilters: readonly BsonValue[] | undefined,
  terms: Terms,
): Update => {
  if (arrayFilters && arrayFilters.length > 0)
    throw failedToParse('arrayFilters may not be specified for pipeline-syle updates');
  const steps = stages.map((stage) => stepOf(stage, terms));
  return (document) => {
    const result = steps.reduce((before, step) => step(before), document);
    const id = document.get('_id');
    if (id === undefined) return result;
    const kept = result.get('_id') ?? id;
    return new Map([['_id', kept], ...[...result].filter(([name]) => name !== '_id')]);
  };
};

const stepOf = (stage: BsonValue, terms: Terms) => {
  if (!isDocument(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object");
  const [[name, spec] = ['', null], ...more] = stage;
  if (stage.size === 0 || more.length > 0)
    throw new Refusal(40323, 'A pipeline stage specification object must contain exactly one field.');
  const maker = reshapeMakers.get(name);
  if (!maker) throw new Refusal(72, `${name} is not allowed to be used within an update`);
  return maker(spec, terms);
};
