import { compileExpression } from '../expression/compile-expression';
import type { Variables } from '../expression/variables';
import type { Terms } from '../match/predicate';
import { failedToParse, Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { compileCollation } from '../values/collation';
import { compareStrings } from '../values/compare';
import { documentField } from './fields';

/** What `collation` and `let` of a command add to its filter. A single write may have a collation of its own. */
export const termsOf = (body: BsonDocument, statement: BsonDocument = body): Terms => ({
  texts: compileCollation(documentField(statement, 'collation')),
  variables: variablesOf(documentField(body, 'let')),
  expressions: true,
});

/** Constants only: `let` is worked out before any document is read. `NOW` is the same for the whole command. */
const variablesOf = (given: BsonDocument | undefined): Variables => {
  const variables = new Map<string, BsonValue>([['NOW', new Date()]]);
  const terms = { texts: compareStrings, variables: new Map(variables) };
  for (const [name, expression] of given ?? []) {
    if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name))
      throw failedToParse(`'${name}' starts with an invalid character for a user variable name`);
    variables.set(name, constant(compileExpression(expression, terms)));
  }
  return variables;
};

const constant = (expression: (document: BsonDocument) => BsonValue | undefined): BsonValue => {
  const untouched: BsonDocument = new Map();
  untouched.get = () => {
    throw new Refusal(4890500, 'Command let Expression does not evaluate to constant');
  };
  return expression(untouched) ?? null;
};
