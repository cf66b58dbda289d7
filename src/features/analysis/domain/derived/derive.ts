import type {
  CategoryVariable,
  MeasureLevel,
  NumberVariable,
  SetVariable,
  Variable,
  VariableOrigin,
} from '../variables/variable';
import { bandNumbers } from './bands';
import type { Derivation } from './derivation';
import { lazyCategory, lazyNumber } from './lazy-variable';
import { countMarks, markAny, markCategories } from './marks';
import { recode, recodedCategories, toCategory } from './recode';
import { scaleOf } from './scale';
import { sourcesOf } from './sources-of';
import { numbersByExpression, placesByExpression, type Lookup } from './work-out-expression';

export interface DerivedAbout {
  readonly name: string;
  readonly label: string;
  readonly version: number;
}

/**
 * The variable that a definition makes. What is made of something sensitive is sensitive.
 *
 * @param lookup its sources; `faultsOfSources` has found no fault in them
 * @param n      respondents
 */
export const derive = (
  derivation: Derivation,
  { name, label, version }: DerivedAbout,
  lookup: Lookup,
  n: number,
): Variable => {
  const from = sourcesOf(derivation);
  const isSensitive = from.some((source) => lookup(source)?.sensitive === true);
  const origin: VariableOrigin = { kind: 'derived', version, from };
  const about = { name, label, origin, ...(isSensitive ? { sensitive: true as const } : {}) };
  const level = levelOf(derivation);
  switch (derivation.kind) {
    case 'recode': {
      const source = sourceOf(lookup, derivation.source) as CategoryVariable;
      const categories = recodedCategories(derivation, source);
      return lazyCategory({ ...about, level, categories }, () => recode(derivation, source));
    }
    case 'bands': {
      const source = sourceOf(lookup, derivation.source) as NumberVariable;
      const categories = derivation.bands.map(({ group }) => toCategory(group));
      return lazyCategory({ ...about, level, categories }, () => bandNumbers(derivation, source));
    }
    case 'scale': {
      const items = derivation.items.map((item) => sourceOf(lookup, item) as CategoryVariable);
      return lazyNumber({ ...about, level }, () => scaleOf(derivation, items));
    }
    case 'count': {
      const source = sourceOf(lookup, derivation.source) as SetVariable;
      return lazyNumber({ ...about, level }, () => countMarks(derivation, source));
    }
    case 'mark': {
      const source = sourceOf(lookup, derivation.source) as SetVariable;
      const categories = markCategories(derivation, source);
      return lazyCategory({ ...about, level, categories }, () => markAny(derivation, source));
    }
    case 'expression':
      return derivation.result === 'number'
        ? lazyNumber({ ...about, level }, () => numbersByExpression(derivation, lookup, n))
        : lazyCategory({ ...about, level, categories: derivation.groups.map(toCategory) }, () =>
            placesByExpression(derivation, lookup, n),
          );
  }
};

const levelOf = (derivation: Derivation): MeasureLevel => {
  switch (derivation.kind) {
    case 'recode':
      return derivation.level;
    case 'bands':
      return 'ordinal';
    case 'scale':
      return 'interval';
    case 'count':
      return 'count';
    case 'mark':
      return 'binary';
    case 'expression':
      if (derivation.result === 'number') return 'ratio';
      return derivation.groups.some(({ value }) => value !== null) ? 'ordinal' : 'nominal';
  }
};

const sourceOf = (lookup: Lookup, name: string): Variable => {
  const variable = lookup(name);
  if (variable === undefined) throw new RangeError(`No variable ${name}`);
  return variable;
};
