import { Refusal, unsupported } from '../refusal';
import { compileElement } from '../match/compile-match';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';
import { exclude, include } from './shape';
import type { Shape } from './shape';
import { sliceOf } from './slice';
import type { ListCut } from './slice';

export type Projection = (document: BsonDocument, position: number | undefined) => BsonDocument;

interface Parts {
  readonly shape: Shape;
  readonly slices: Map<string, ListCut>;
  readonly elements: Map<string, (item: BsonValue) => boolean>;
  positional: string | undefined;
  mode: 'inclusion' | 'exclusion' | undefined;
  id: boolean | undefined;
}

/** A projection of the `find` kind; null when it changes nothing. */
export const compileProjection = (spec: BsonDocument | undefined, mode?: 'inclusion'): Projection | null => {
  if (!spec || spec.size === 0) return null;
  const parts: Parts = {
    shape: new Map(),
    slices: new Map(),
    elements: new Map(),
    positional: undefined,
    mode,
    id: undefined,
  };
  for (const [name, value] of spec) addField(parts, name, value);
  if (parts.mode === undefined && parts.elements.size > 0) parts.mode = 'inclusion';
  return (document, position) => project(parts, document, position);
};

const addField = (parts: Parts, name: string, value: BsonValue): void => {
  if (name === '' || name.startsWith('.') || name.endsWith('.'))
    throw new Refusal(40353, 'FieldPath must not be empty');
  if (name.startsWith('$') || /\.\$[^.]/.test(name))
    throw new Refusal(
      16410,
      `FieldPath field names may not start with '$'. Consider using $getField or $setField: ${name}`,
    );
  if (isDocument(value)) addDocument(parts, name, value);
  else if (typeof value === 'boolean' || isNumber(value))
    addSwitch(parts, name, value === true || (isNumber(value) && toDouble(value) !== 0));
  else throw unsupported(`an expression in a projection ('${name}')`);
};

const addDocument = (parts: Parts, name: string, value: BsonDocument): void => {
  const [operator] = value.keys();
  const operand = operator === undefined ? undefined : value.get(operator);
  if (operator === undefined || operand === undefined)
    throw new Refusal(51270, `An empty sub-projection is not a valid value: ${name}`);
  if (!operator.startsWith('$')) {
    for (const [inner, innerValue] of value) addField(parts, `${name}.${inner}`, innerValue);
  } else if (operator === '$slice') {
    parts.slices.set(name, sliceOf(operand));
    markPath(parts, name, 'slice');
  } else if (operator === '$elemMatch') {
    if (name.includes('.')) throw new Refusal(31275, 'Cannot use $elemMatch projection on a nested field');
    if (!isDocument(operand)) throw new Refusal(31274, '$elemMatch should be an object');
    parts.elements.set(name, compileElement(operand));
  } else {
    throw new Refusal(31325, `Unknown expression ${operator}`);
  }
};

const addSwitch = (parts: Parts, name: string, included: boolean): void => {
  if (name === '_id') {
    parts.id = included;
    return;
  }
  if (name.endsWith('.$')) {
    if (!included) throw new Refusal(31395, 'positional projection cannot be used with exclusion');
    if (parts.positional !== undefined)
      throw new Refusal(31276, 'Cannot specify more than one positional projection per query.');
    parts.positional = name.slice(0, -2);
  }
  const mode = included ? 'inclusion' : 'exclusion';
  if (parts.mode !== undefined && parts.mode !== mode) {
    throw included
      ? new Refusal(31253, `Cannot do inclusion on field ${name} in exclusion projection`)
      : new Refusal(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
  }
  parts.mode = mode;
  markPath(parts, parts.positional !== undefined && name.endsWith('.$') ? parts.positional : name, 'leaf');
};

const markPath = (parts: Parts, name: string, leaf: 'leaf' | 'slice'): void => {
  let shape = parts.shape;
  const names = name.split('.');
  for (const [index, part] of names.entries()) {
    const present = shape.get(part);
    if (index === names.length - 1) {
      if (present !== undefined) throw pathCollision(name);
      shape.set(part, leaf);
    } else {
      if (present === 'leaf' || present === 'slice') throw pathCollision(name);
      const next = present ?? new Map<string, Shape | 'leaf' | 'slice'>();
      shape.set(part, next);
      shape = next;
    }
  }
};

const pathCollision = (name: string): Refusal => new Refusal(31249, `Path collision at ${name}`);

const project = (parts: Parts, document: BsonDocument, position: number | undefined): BsonDocument => {
  const including =
    parts.mode === 'inclusion' || (parts.mode === undefined && parts.id === true && parts.shape.size === 0);
  const cut = (list: BsonValue[], path: string): BsonValue[] => {
    if (path === parts.positional) return [itemAt(list, position)];
    return parts.slices.get(path)?.(list) ?? list;
  };
  const result = including ? include(document, parts.shape, cut) : exclude(document, parts.shape, cut);
  return withElements(parts, document, withId(parts, document, result, including));
};

const itemAt = (list: readonly BsonValue[], position: number | undefined): BsonValue => {
  const item = position === undefined ? undefined : list[position];
  if (item === undefined)
    throw new Refusal(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  return item;
};

const withId = ({ id }: Parts, document: BsonDocument, result: BsonDocument, including: boolean): BsonDocument => {
  const present = document.get('_id');
  if (id === false) result.delete('_id');
  else if (including && present !== undefined) return new Map([['_id', present], ...result]);
  return result;
};

const withElements = ({ elements }: Parts, document: BsonDocument, result: BsonDocument): BsonDocument => {
  for (const [name, test] of elements) {
    const list = document.get(name);
    const item = Array.isArray(list) ? list.find(test) : undefined;
    if (item === undefined) result.delete(name);
    else result.set(name, [item]);
  }
  return result;
};
