import type { ExpressionTerms } from '../expression/compile-expression';
import { compileExpression, isOperation } from '../expression/compile-expression';
import { compileProjection } from '../project/compile-projection';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { Int32 } from 'bson';
import { isNumber, typeName } from '../values/types';
import { compileComputedFields } from './computed-fields';

/** Makes one document out of one document. */
export type Reshape = (document: BsonDocument) => BsonDocument;

type ReshapeMaker = (spec: BsonValue, terms: ExpressionTerms) => Reshape;

const addFields: ReshapeMaker = (spec, terms) => {
  if (!isDocument(spec))
    throw new Refusal(40272, `$addFields specification stage must be an object, got ${typeName(spec)}`);
  if (spec.size === 0)
    throw new Refusal(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  const fields = compileComputedFields(spec, terms);
  return (document) => fields(document, document);
};

const unset: ReshapeMaker = (spec) => {
  const names = Array.isArray(spec) ? spec : [spec];
  if (names.length === 0)
    throw new Refusal(31119, '$unset specification must be a string or an array with at least one field');
  const excluded = names.map((name) => {
    if (typeof name !== 'string')
      throw new Refusal(31120, '$unset specification must be a string or an array containing only string values');
    return [name, new Int32(0)] as const;
  });
  const projection = compileProjection(new Map(excluded));
  return (document) => projection?.(document, undefined) ?? document;
};

const replaceRoot: ReshapeMaker = (spec, terms) => {
  const newRoot = isDocument(spec) ? spec.get('newRoot') : undefined;
  if (!isDocument(spec) || spec.size > 1 || newRoot === undefined)
    throw new Refusal(40231, 'no newRoot specified for the $replaceRoot stage, or more than it');
  return replaceWith(newRoot, terms);
};

const replaceWith: ReshapeMaker = (spec, terms) => {
  const root = compileExpression(spec, terms);
  return (document) => {
    const value = root(document);
    if (isDocument(value)) return value;
    throw new Refusal(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type: ${value === undefined ? 'missing' : typeName(value)}`,
    );
  };
};

/** Inclusion and exclusion as in `find`; beside inclusion also computed fields. */
const project: ReshapeMaker = (spec, terms) => {
  if (!isDocument(spec) || spec.size === 0)
    throw new Refusal(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  const switches: BsonDocument = new Map();
  const computed: BsonDocument = new Map();
  for (const [name, value] of flattened(spec, '')) (isSwitch(value) ? switches : computed).set(name, value);
  if (computed.size === 0) {
    const projection = compileProjection(spec);
    return (document) => projection?.(document, undefined) ?? document;
  }
  const fields = compileComputedFields(computed, terms);
  const projection = compileProjection(switches.size > 0 ? switches : new Map([['_id', new Int32(1)]]), 'inclusion');
  return (document) => fields(projection?.(document, undefined) ?? document, document);
};

const isSwitch = (value: BsonValue): boolean => typeof value === 'boolean' || isNumber(value);

const flattened = (spec: BsonDocument, above: string): readonly (readonly [string, BsonValue])[] =>
  [...spec].flatMap(([name, value]) =>
    isDocument(value) && value.size > 0 && !isOperation(value)
      ? flattened(value, `${above}${name}.`)
      : [[`${above}${name}`, value] as const],
  );

/** The stages that look at one document at a time; these and no others may make up an update. */
export const reshapeMakers: ReadonlyMap<string, ReshapeMaker> = new Map([
  ['$addFields', addFields],
  ['$set', addFields],
  ['$unset', unset],
  ['$project', project],
  ['$replaceRoot', replaceRoot],
  ['$replaceWith', replaceWith],
]);
