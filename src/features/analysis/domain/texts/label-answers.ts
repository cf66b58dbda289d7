/** What is known of whoever wrote an answer; empty: none of the evaluated institutions, or no type. */
export interface Author {
  readonly institution: string;
  readonly clientType: string;
}

/** What may be shown of an author. Null: hidden, so that no few people stand apart. */
export interface Labels {
  readonly institution: string | null;
  readonly clientType: string | null;
}

/**
 * Labels under which answers may be shown. Answers with the same labels are a group of at least `smallestGroup`, those
 * without labels too: whoever sets lists and filters beside one another finds no smaller group.
 *
 * @returns one for each author; null when all together are too few to be shown at all
 */
export const labelAnswers = (authors: readonly Author[], smallestGroup: number): readonly Labels[] | null => {
  if (authors.length < smallestGroup) return null;
  const shownInstitutions = largeValues(
    authors.map(({ institution }) => institution),
    smallestGroup,
  );
  const groups = new Map<string | null, number[]>();
  authors.forEach(({ institution }, at) => {
    const shown = shownInstitutions.has(institution) ? institution : null;
    const places = groups.get(shown);
    if (places === undefined) groups.set(shown, [at]);
    else places.push(at);
  });
  const labels = new Array<Labels>(authors.length).fill({ institution: null, clientType: null });
  for (const [institution, places] of groups) {
    const types = largeValues(
      places.map((at) => authors[at]?.clientType ?? ''),
      smallestGroup,
    );
    for (const at of places) {
      const clientType = authors[at]?.clientType ?? '';
      labels[at] = { institution, clientType: types.has(clientType) ? clientType : null };
    }
  }
  return labels;
};

/** Values that enough people share, so chosen that those without are enough as well, or none. */
const largeValues = (values: readonly string[], smallestGroup: number): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const large = [...counts]
    .filter(([value, count]) => value !== '' && count >= smallestGroup)
    .toSorted(([a, countA], [b, countB]) => countA - countB || (a < b ? -1 : 1));
  let hidden = values.length - large.reduce((sum, [, count]) => sum + count, 0);
  while (hidden > 0 && hidden < smallestGroup) {
    const [, count] = large.shift() ?? [];
    if (count === undefined) break;
    hidden += count;
  }
  return new Set(large.map(([value]) => value));
};
