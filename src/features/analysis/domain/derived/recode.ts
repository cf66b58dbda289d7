import { LEFT_EMPTY, NOT_ASKED, type Category, type CategoryVariable } from '../variables/variable';
import type { Derivation, Group, Target } from './derivation';

type Recode = Extract<Derivation, { kind: 'recode' }>;

export const toCategory = ({ code, label, value }: Group): Category => ({ code, label, value, missing: null });

/** Groups first, then what is chosen but no answer, in the words of the first answer that goes there. */
export const recodedCategories = ({ groups, assignments }: Recode, source: CategoryVariable): readonly Category[] => {
  const missing = ([97, 98] as const).flatMap((state): readonly Category[] => {
    const first = source.categories.find(({ code }) =>
      assignments.some(
        ({ code: from, target }) => from === code && target.kind === 'missing' && target.state === state,
      ),
    );
    return first === undefined ? [] : [{ code: String(state), label: first.label, value: null, missing: state }];
  });
  return [...groups.map(toCategory), ...missing];
};

/** Missing states stay what they are; an answer without an assignment counts as left empty. */
export const recode = (derivation: Recode, source: CategoryVariable): Int16Array => {
  const categories = recodedCategories(derivation, source);
  const placeOf = new Map(categories.map(({ code }, place) => [code, place]));
  const targets = new Map(derivation.assignments.map(({ code, target }) => [code, target]));
  const moved = Int16Array.from(source.categories, ({ code }) => placeAfter(targets.get(code), placeOf));
  const { places } = source;
  const result = new Int16Array(places.length);
  for (let at = 0; at < result.length; at += 1) {
    const place = places[at] ?? LEFT_EMPTY;
    result[at] = place < 0 ? place : (moved[place] ?? LEFT_EMPTY);
  }
  return result;
};

const placeAfter = (target: Target | undefined, placeOf: ReadonlyMap<string, number>): number => {
  switch (target?.kind) {
    case 'group':
      return placeOf.get(target.group) ?? LEFT_EMPTY;
    case 'missing':
      return target.state === 99 ? LEFT_EMPTY : (placeOf.get(String(target.state)) ?? -target.state);
    case 'left-out':
      return NOT_ASKED;
    case undefined:
      return LEFT_EMPTY;
  }
};
