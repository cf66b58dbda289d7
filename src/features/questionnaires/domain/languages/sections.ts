import type { TextPlace } from './with-texts';

/** Texts that are translated in one form: those of one page, or of a part of it where the page is long. */
export interface Section<Place extends TextPlace> {
  /** From 1, in the order of asking. */
  readonly number: number;
  /** Id of the page; null for title and lead. */
  readonly page: string | null;
  /** From 1; `parts` is how many sections the page was divided into. */
  readonly part: number;
  readonly parts: number;
  readonly places: readonly Place[];
}

/** One form has at most so many texts and, unless one text alone is longer, so many characters: it must fit a request. */
const MOST_TEXTS = 60;
const MOST_CHARACTERS = 6_000;

export const sectionsOf = <Place extends TextPlace>(places: readonly Place[]): readonly Section<Place>[] => {
  const pages: (readonly [page: string | null, places: readonly Place[]])[] = [];
  for (const place of places) {
    const last = pages.at(-1);
    if (last?.[0] === place.page) pages.splice(-1, 1, [place.page, [...last[1], place]]);
    else pages.push([place.page, [place]]);
  }
  const parts = pages.flatMap(([page, ofPage]) => {
    const divided = divide(ofPage);
    return divided.map((part, index) => ({ page, part: index + 1, parts: divided.length, places: part }));
  });
  return parts.map((part, index) => ({ number: index + 1, ...part }));
};

const divide = <Place extends TextPlace>(places: readonly Place[]): readonly (readonly Place[])[] => {
  const parts: Place[][] = [];
  let characters = 0;
  for (const place of places) {
    const last = parts.at(-1);
    characters += place.polish.length;
    if (last === undefined || last.length >= MOST_TEXTS || characters > MOST_CHARACTERS) {
      parts.push([place]);
      characters = place.polish.length;
    } else last.push(place);
  }
  return parts;
};
