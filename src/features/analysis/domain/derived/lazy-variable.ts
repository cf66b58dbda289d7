import type { CategoryVariable, NumberVariable } from '../variables/variable';

/** Worked out when somebody first asks for the answers: most derived variables of a data set are not on a page. */
export const lazyCategory = (
  about: Omit<CategoryVariable, 'kind' | 'places'>,
  make: () => Int16Array,
): CategoryVariable => {
  let made: Int16Array | undefined;
  return {
    kind: 'category',
    ...about,
    get places() {
      return (made ??= make());
    },
  };
};

export interface Numbers {
  readonly values: Float64Array;
  readonly states: Int8Array;
}

export const lazyNumber = (
  about: Omit<NumberVariable, 'kind' | 'values' | 'states'>,
  make: () => Numbers,
): NumberVariable => {
  let made: Numbers | undefined;
  const numbers = (): Numbers => (made ??= make());
  return {
    kind: 'number',
    ...about,
    get values() {
      return numbers().values;
    },
    get states() {
      return numbers().states;
    },
  };
};
