import { compileMatch } from '../match/compile-match';
import type { Terms } from '../match/predicate';
import { badValue, failedToParse } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import type { Path } from './paths';

export interface ArrayFilters {
  readonly test: (identifier: string, item: BsonValue) => boolean;
  readonly allUsedBy: (paths: readonly Path[]) => void;
}

/** `arrayFilters` by identifier: `{ 'grade.mean': { $gt: 1 } }` belongs to `$[grade]`. */
export const compileArrayFilters = (filters: readonly BsonValue[], terms: Terms): ArrayFilters => {
  const tests = new Map<string, (item: BsonValue) => boolean>();
  for (const filter of filters) {
    if (!isDocument(filter)) throw badValue('arrayFilters must hold documents');
    const identifier = identifierOf(filter);
    if (tests.has(identifier))
      throw failedToParse(`Found multiple array filters with the same top-level field name ${identifier}`);
    const predicate = compileMatch(filter, { ...terms, expressions: false });
    tests.set(identifier, (item) => predicate(new Map([[identifier, item]])));
  }
  return {
    test: (identifier, item) => {
      const test = tests.get(identifier);
      if (!test) throw badValue(`No array filter found for identifier '${identifier}'`);
      return test(item);
    },
    allUsedBy: (paths) => {
      const used = new Set(paths.flat());
      for (const identifier of tests.keys()) {
        if (!used.has(`$[${identifier}]`))
          throw failedToParse(`The array filter for identifier '${identifier}' was not used in the update`);
      }
      checkKnown(used, tests);
    },
  };
};

const checkKnown = (used: ReadonlySet<string>, tests: ReadonlyMap<string, unknown>): void => {
  for (const name of used) {
    const identifier = /^\$\[(.+)\]$/.exec(name)?.[1];
    if (identifier !== undefined && !tests.has(identifier))
      throw badValue(`No array filter found for identifier '${identifier}'`);
  }
};

const identifierOf = (filter: BsonDocument): string => {
  const names = new Set(topNames(filter));
  const [identifier] = names;
  if (identifier === undefined)
    throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
  if (names.size > 1)
    throw failedToParse(
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
    );
  if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier))
    throw badValue(
      `The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
    );
  return identifier;
};

const topNames = (filter: BsonDocument): readonly string[] =>
  [...filter].flatMap(([name, value]) => {
    if (!name.startsWith('$')) return [name.split('.')[0] ?? ''];
    return Array.isArray(value) ? value.filter(isDocument).flatMap(topNames) : [];
  });
