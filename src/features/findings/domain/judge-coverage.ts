import type { ItemReference, MatrixRow, MatrixRowId } from '../../evaluations/domain';
import { secondsToAnswer, type Item, type QuestionnaireDefinition } from '../../questionnaires/domain';

/** One answer that a questionnaire asks for: an item, or a row of a battery. */
export interface AskedPlace {
  readonly questionnaire: string;
  /** Of the item; the rows of a battery share it. */
  readonly item: string;
  readonly code: string;
  readonly wording: string;
  readonly seconds: number;
  /** Tells who answers: used as breaks, needs no question of its own. */
  readonly isProfile: boolean;
}

/** What the matrix makes of the questionnaires, and what it lacks. */
export interface Coverage {
  /** Asked, but no question uses it. */
  readonly unused: readonly AskedPlace[];
  /** Named by a row, but asked in no questionnaire. */
  readonly unknown: ReadonlyMap<MatrixRowId, readonly ItemReference[]>;
  readonly withoutData: readonly MatrixRowId[];
}

/** Everything that the newest version of a questionnaire asks people to answer, in its order. */
export const askedPlaces = ({ code, pages }: QuestionnaireDefinition): readonly AskedPlace[] =>
  pages.flatMap(({ items }) => items.flatMap((item) => placesOf(item, code)));

const placesOf = (item: Item, questionnaire: string): readonly AskedPlace[] => {
  const about = { questionnaire, item: item.code, isProfile: item.criterion === 'profil' };
  if (item.kind === 'information' || item.kind === 'consent' || item.kind === 'calculated') return [];
  if (item.kind === 'repeat') return item.items.flatMap((inner) => placesOf(inner, questionnaire));
  if (item.kind !== 'battery' && item.kind !== 'sum')
    return [{ ...about, code: item.code, wording: item.text, seconds: secondsToAnswer(item.kind) }];
  const seconds = secondsToAnswer(item.kind === 'sum' ? 'part' : 'row');
  return item.rows.map(({ code, text }) => ({ ...about, code, wording: `${item.text} ${text}`, seconds }));
};

/** `J` names all its rows, `J5` one of them; `O1_U1a` is a turn of `O1`. */
const isNamed = ({ questionnaire, item, code }: AskedPlace, named: ItemReference): boolean =>
  named.questionnaire === questionnaire &&
  (named.item === code || named.item === item || named.item.startsWith(`${code}_`));

/** The items that a row names, and the one that its number is counted from. */
export const itemsOf = ({ items, indicator }: MatrixRow): readonly ItemReference[] =>
  indicator.kind === 'number'
    ? [...items, { questionnaire: indicator.number.dataset, item: indicator.number.row.variable }]
    : items;

export const coverageOf = (rows: readonly MatrixRow[], places: readonly AskedPlace[]): Coverage => {
  const named = rows.flatMap(itemsOf);
  const isAsked = (reference: ItemReference): boolean => places.some((place) => isNamed(place, reference));
  const unknown = new Map(
    rows.flatMap((row) => {
      const missing = row.items.filter((reference) => !isAsked(reference));
      return missing.length === 0 ? [] : [[row.id, missing] as const];
    }),
  );
  return {
    unused: places.filter((place) => !place.isProfile && !named.some((reference) => isNamed(place, reference))),
    unknown,
    withoutData: rows.filter((row) => !hasSource(row) && !row.items.some(isAsked)).map(({ id }) => id),
  };
};

/** Data from elsewhere than the items: a number counted or typed, or what is judged in words by interviews and documents. */
const hasSource = ({ indicator, sources }: MatrixRow): boolean => {
  switch (indicator.kind) {
    case 'number':
      return true;
    case 'typed':
      return indicator.value !== null;
    case 'words':
      return sources !== '';
  }
};
