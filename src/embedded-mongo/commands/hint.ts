import type { Collection } from '../catalog/collection';
import { keyPatternOf } from '../catalog/collection';
import { badValue } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';

/** A hint cannot change a result, so it is only checked: it must name an index that exists. */
export const checkHint = (collection: Collection | undefined, from: BsonDocument): void => {
  const hint = from.get('hint');
  if (hint === undefined || !collection || (isDocument(hint) && hint.size === 0)) return;
  if (typeof hint !== 'string' && !isDocument(hint)) throw badValue('hint must be an index name or a key pattern');
  const shown = patternText(hint);
  const known = collection.indexes.some(
    (index) => index.name === hint || JSON.stringify(Object.entries(keyPatternOf(index))) === shown,
  );
  if (!known && !isPrimary(hint, shown)) throw badValue('hint provided does not correspond to an existing index');
};

const isPrimary = (hint: BsonValue, shown: string): boolean =>
  hint === '_id_' || shown === '[["_id",1]]' || shown === '[["$natural",1]]' || shown === '[["$natural",-1]]';

export const patternText = (hint: BsonValue): string =>
  isDocument(hint)
    ? JSON.stringify([...hint].map(([path, value]) => [path, isNumber(value) ? toDouble(value) : value]))
    : '';
