/** Elements with the same key together, in the order in which keys first came. */
export const groupBy = <One>(elements: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, One[]> => {
  const groups = new Map<string, One[]>();
  for (const one of elements) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
};
