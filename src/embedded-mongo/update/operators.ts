import { Timestamp } from 'bson';
import { badValue, failedToParse } from '../refusal';
import type { BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { compare } from '../values/compare';
import { changeBits, increase, multiplyBy } from './arithmetic';
import type { Step } from './compile-update';
import { addToSet, pop, pull, pullAll, push } from './lists';
import type { NewValue, Operator } from './new-value';

type StepMaker = (operand: BsonValue, path: string) => Omit<Step, 'path'>;

const setting =
  (operator: Operator): StepMaker =>
  (operand, path) => {
    const newValue = operator(operand, path);
    return { kind: 'set', onlyOnInsert: false, newValue: () => newValue };
  };

const assign: Operator = (operand) => () => operand;

const smaller: Operator = (operand) => (current) =>
  current === undefined || compare(operand, current) < 0 ? operand : undefined;

const larger: Operator = (operand) => (current) =>
  current === undefined || compare(operand, current) > 0 ? operand : undefined;

const currentDate: StepMaker = (operand, path) => {
  const wanted = isDocument(operand) ? operand.get('$type') : undefined;
  const isPlain = typeof operand === 'boolean' || (isDocument(operand) && operand.size === 1 && wanted === 'date');
  if (!isPlain && wanted !== 'timestamp')
    throw badValue(`The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {${path}: …}}`);
  const stamp = (now: Date): BsonValue =>
    isPlain ? now : new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  return {
    kind: 'set',
    onlyOnInsert: false,
    newValue:
      ({ now }): NewValue =>
      () =>
        stamp(now),
  };
};

const makers: ReadonlyMap<string, StepMaker> = new Map<string, StepMaker>([
  ['$set', setting(assign)],
  ['$setOnInsert', (operand, path) => ({ ...setting(assign)(operand, path), onlyOnInsert: true })],
  ['$unset', () => ({ kind: 'unset', onlyOnInsert: false, newValue: () => () => undefined })],
  ['$inc', setting(increase)],
  ['$mul', setting(multiplyBy)],
  ['$min', setting(smaller)],
  ['$max', setting(larger)],
  ['$bit', setting(changeBits)],
  ['$push', setting(push)],
  ['$addToSet', setting(addToSet)],
  ['$pull', setting(pull)],
  ['$pullAll', setting(pullAll)],
  ['$pop', setting(pop)],
  ['$currentDate', currentDate],
]);

export const operatorNamed = (name: string): StepMaker => {
  const maker = makers.get(name);
  if (!maker)
    throw failedToParse(
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  return maker;
};
