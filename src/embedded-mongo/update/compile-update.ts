import { badValue, Refusal, failedToParse } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { typeName } from '../values/types';
import { compileArrayFilters } from './array-filters';
import type { ArrayFilters } from './array-filters';
import type { Terms } from '../match/predicate';
import { plainTerms } from '../match/predicate';
import { compareStrings } from '../values/compare';
import { checkConflicts } from './conflicts';
import { pipelineUpdate } from './pipeline-update';
import { concretePaths } from './concrete-paths';
import { renames } from './rename';
import type { Path } from './paths';
import { parsePath, readPath, removePath, writePath } from './paths';
import type { NewValue } from './new-value';
import { operatorNamed } from './operators';

/** What an update may depend on besides the document. */
export interface Moment {
  readonly now: Date;
  readonly position: number | undefined;
  readonly inserting: boolean;
}

/** Changes a document that belongs to the caller, or returns another in its place. */
export type Update = (document: BsonDocument, moment: Moment) => BsonDocument;

/** One operator on one path. Paths are applied in their own order, whatever the order in the command. */
export interface Step {
  readonly path: Path;
  readonly kind: 'set' | 'unset';
  readonly onlyOnInsert: boolean;
  readonly newValue: (moment: Moment) => NewValue;
}

export const isReplacement = (update: BsonValue | undefined): update is BsonDocument => {
  if (!isDocument(update)) return false;
  const [first] = update.keys();
  return first === undefined || !first.startsWith('$');
};

export const compileUpdate = (
  update: BsonValue | undefined,
  arrayFilters: readonly BsonValue[] | undefined,
  terms: Terms = plainTerms,
): Update => {
  if (Array.isArray(update)) return pipelineUpdate(update, arrayFilters, terms);
  if (!isDocument(update)) throw failedToParse('Update argument must be either an object or an array');
  if (isReplacement(update)) return replacement(update, arrayFilters);
  if (terms.texts !== compareStrings) refuseComparing(update);
  return modification(update, compileArrayFilters(arrayFilters ?? [], terms));
};

/** These operators compare values, which MongoDB does by the collation and the store by bytes only. */
const refuseComparing = (update: BsonDocument): void => {
  const odd = ['$min', '$max', '$addToSet', '$pull', '$pullAll', '$push'].find((name) => update.has(name));
  if (odd !== undefined) throw badValue(`${odd} with a collation is not supported by the embedded store`);
};

const replacement = (update: BsonDocument, arrayFilters: readonly BsonValue[] | undefined): Update => {
  if (arrayFilters && arrayFilters.length > 0)
    throw failedToParse('arrayFilters may not be specified for replacement-style updates');
  for (const name of update.keys()) {
    if (name.startsWith('$'))
      throw new Refusal(
        52,
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document.`,
      );
  }
  return (document) => {
    const id = update.get('_id') ?? document.get('_id');
    return new Map([...(id === undefined ? [] : ([['_id', id]] as const)), ...update]);
  };
};

const modification = (update: BsonDocument, filters: ArrayFilters): Update => {
  const plain = [...update].filter(([name]) => name !== '$rename');
  const renamed = renames(update.get('$rename'));
  const steps = plain.flatMap(([name, operands]) => stepsOf(name, operands)).sort(byPath);
  checkConflicts([...steps.map(({ path }) => path), ...renamed.flatMap(({ from, to }) => [from, to])]);
  filters.allUsedBy(steps.map(({ path }) => path));
  return (document, moment) => {
    for (const { from, to } of renamed) rename(document, from, to);
    for (const step of steps) if (!step.onlyOnInsert || moment.inserting) applyStep(document, step, filters, moment);
    return document;
  };
};

const stepsOf = (name: string, operands: BsonValue): readonly Step[] => {
  const operator = operatorNamed(name);
  if (!isDocument(operands)) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${typeName(operands)} instead. For example: {$mod: {<field>: ...}} not {${name}: …}`,
    );
  }
  return [...operands].map(([path, operand]) => ({ path: parsePath(path), ...operator(operand, path) }));
};

const applyStep = (document: BsonDocument, step: Step, filters: ArrayFilters, moment: Moment): void => {
  const newValue = step.newValue(moment);
  for (const path of concretePaths(document, step.path, filters, moment.position)) {
    if (step.kind === 'unset') {
      removePath(document, path);
      continue;
    }
    const value = newValue(readPath(document, path));
    if (value !== undefined) writePath(document, path, value);
  }
};

const rename = (document: BsonDocument, from: Path, to: Path): void => {
  for (const path of [from, to]) {
    const above = path.slice(0, -1).map((_name, at) => readPath(document, path.slice(0, at + 1)));
    if (above.some((value) => Array.isArray(value)))
      throw badValue(`The field for $rename cannot be an array element, '${path.join('.')}'`);
  }
  const value = readPath(document, from);
  if (value === undefined) return;
  removePath(document, from);
  writePath(document, to, value);
};

/** Lexicographic, positions by number: the order in which MongoDB adds new fields. */
const byPath = (a: Step, b: Step): number => {
  for (const [index, name] of a.path.entries()) {
    const other = b.path[index];
    if (other === undefined) return 1;
    if (name === other) continue;
    const numeric = Number(name) - Number(other);
    return Number.isNaN(numeric) ? (name < other ? -1 : 1) : numeric;
  }
  return -1;
};
