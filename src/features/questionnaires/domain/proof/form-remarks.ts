import type { Choice } from '../definition';
import type { PlacedItem } from './asked-places';
import { remark, type Remark } from './remark';
import { statementsOf } from './text/statement';

/** More cannot be held in mind while choosing. */
const MOST_CHOICES = 12;
const MOST_ROWS = 10;
/** From so many answers on, nobody can tell "none of these" from an overlooked question. */
const LONG_LIST = 6;

/** What is hard to answer in the form of an item: its length, and the answers that are missing. */
export const formRemarksOf = (place: PlacedItem): readonly Remark[] => [
  ...manyChoices(place),
  ...manyRows(place),
  ...noWayOut(place),
  ...requiredSensitive(place),
  ...noExclusive(place),
];

export const wayOutOf = (choices: readonly Choice[]): Choice | undefined =>
  choices.find(({ missing }) => missing !== undefined);

const isNamed = ({ missing, exclusive, other }: Choice): boolean =>
  missing === undefined && exclusive === undefined && other === undefined;

const manyChoices = (place: PlacedItem): readonly Remark[] => {
  const { asked } = place;
  if (asked.kind !== 'multiple' && (asked.kind !== 'single' || asked.appearance === 'minimal')) return [];
  const count = asked.choices.filter(isNamed).length;
  return count > MOST_CHOICES ? [remark('many-choices', place, { count, most: MOST_CHOICES })] : [];
};

/** Rows with a condition of their own are not all seen at once. */
const manyRows = (place: PlacedItem): readonly Remark[] => {
  if (place.asked.kind !== 'battery') return [];
  const count = place.asked.rows.filter(({ shownIf }) => shownIf === undefined).length;
  return count > MOST_ROWS ? [remark('many-rows', place, { count, most: MOST_ROWS })] : [];
};

/** Who has no opinion must be able to say so, or will tick the middle. */
const noWayOut = (place: PlacedItem): readonly Remark[] => {
  const { asked } = place;
  const isRated = (asked.kind === 'battery' || asked.kind === 'single') && statementsOf(place).length > 0;
  return isRated && wayOutOf(asked.choices) === undefined ? [remark('no-way-out', place)] : [];
};

const requiredSensitive = (place: PlacedItem): readonly Remark[] =>
  place.asked.sensitive === true && place.asked.required === true ? [remark('required-sensitive', place)] : [];

/** Who finds nothing that fits must be able to say so, by "żadne" or by "inne". */
const noExclusive = (place: PlacedItem): readonly Remark[] => {
  const { asked } = place;
  if (asked.kind !== 'multiple' || asked.choices.some(({ exclusive, other }) => exclusive ?? other)) return [];
  const count = asked.choices.filter(isNamed).length;
  return count >= LONG_LIST ? [remark('no-exclusive', place, { count })] : [];
};
