import { badValue, Refusal, typeMismatch } from '../refusal';
import type { BsonDocument, BsonValue } from './bson-value';
import type { StringOrder } from './compare';
import { compareStrings } from './compare';
import { toDouble } from './numbers';
import { isNumber } from './types';

/** What else a collation may say, with the only value that the store knows for it. */
const fixed: Readonly<Record<string, BsonValue>> = {
  alternate: 'non-ignorable',
  maxVariable: 'punct',
  backwards: false,
  normalization: false,
};
const sensitivities = ['base', 'accent', 'variant'] as const;

/**
 * The order of texts that a collation asks for, from the same library (ICU) that MongoDB uses. Strengths 1 to 3, case
 * first and numbers in texts; everything else is refused.
 */
export const compileCollation = (collation: BsonDocument | undefined): StringOrder => {
  if (!collation || collation.size === 0) return compareStrings;
  const locale = collation.get('locale');
  if (locale === undefined) throw new Refusal(40414, "BSON field 'collation.locale' is missing but a required field");
  if (typeof locale !== 'string') throw typeMismatch('Field locale must be of type string');
  if (locale === 'simple') {
    if (collation.size > 1) throw badValue('the simple collation takes no further options');
    return compareStrings;
  }
  for (const [name, value] of collation) checkOption(name, value);
  const { compare } = new Intl.Collator(languageTag(locale), {
    sensitivity: sensitivity(collation),
    numeric: collation.get('numericOrdering') === true,
    caseFirst: caseFirst(collation.get('caseFirst')),
  });
  return compare;
};

const checkOption = (name: string, value: BsonValue): void => {
  if (['locale', 'strength', 'caseFirst'].includes(name)) return;
  if (name === 'numericOrdering' || name === 'caseLevel') {
    if (typeof value !== 'boolean') throw typeMismatch(`Field ${name} must be of type bool`);
  } else if (!(name in fixed)) {
    throw new Refusal(40415, `BSON field 'collation.${name}' is an unknown field.`);
  } else if (fixed[name] !== value) {
    throw badValue(`the collation option ${name} is not supported by the embedded store`);
  }
};

/** ICU writes `en_US`, JavaScript `en-US`. */
const languageTag = (locale: string): string => {
  const tag = locale.replaceAll('_', '-');
  try {
    if (Intl.Collator.supportedLocalesOf([tag]).length > 0) return tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw badValue(`Field 'locale' is invalid in: { locale: ${JSON.stringify(locale)} }`);
};

const sensitivity = (collation: BsonDocument): 'base' | 'accent' | 'case' | 'variant' => {
  const strength = collation.get('strength');
  const level = strength === undefined ? 3 : isNumber(strength) ? toDouble(strength) : NaN;
  const known = sensitivities[level - 1];
  if (known === undefined) throw badValue('a collation of this strength is not supported by the embedded store');
  if (collation.get('caseLevel') !== true) return known;
  if (known !== 'base') throw badValue('caseLevel is supported with strength 1 only by the embedded store');
  return 'case';
};

const caseFirst = (value: BsonValue | undefined): 'upper' | 'lower' | 'false' => {
  if (value === undefined || value === 'off') return 'false';
  if (value !== 'upper' && value !== 'lower') throw badValue("Field 'caseFirst' must be upper, lower or off");
  return value;
};
