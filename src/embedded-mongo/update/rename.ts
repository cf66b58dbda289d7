import { badValue, failedToParse } from '../refusal';
import type { BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { typeName } from '../values/types';
import type { Path } from './paths';
import { isPlaceholder, parsePath } from './paths';

export const renames = (operand: BsonValue | undefined): readonly { readonly from: Path; readonly to: Path }[] => {
  if (operand === undefined) return [];
  if (!isDocument(operand))
    throw failedToParse(`Modifiers operate on fields but we found type ${typeName(operand)} instead.`);
  return [...operand].map(([from, to]) => {
    if (typeof to !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${from}`);
    if (to.includes('\0')) throw badValue("The 'to' field for $rename cannot contain an embedded null byte");
    if (from === to) throw badValue(`The source and target field for $rename must differ: ${from}`);
    const paths = { from: parsePath(from), to: parsePath(to) };
    if ([...paths.from, ...paths.to].some(isPlaceholder))
      throw badValue(`The source and target field for $rename may not be dynamic: ${from}`);
    return paths;
  });
};
