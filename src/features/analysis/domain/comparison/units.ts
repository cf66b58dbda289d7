import { LEFT_EMPTY, NOT_REACHED, type CategoryVariable, type VariableSet } from '../variables/variable';

/** What is compared: institutions, or the groups of another variable. */
export interface Unit {
  readonly code: string;
  readonly label: string;
}

export interface Units {
  readonly variable: string;
  readonly label: string;
  readonly units: readonly Unit[];
  /**
   * Place of each respondent's unit; `units.length` for those who belong to none, and −1 for those of whom it is not known:
   * nobody can be recognised by an empty field, so they are left out without protection.
   */
  readonly placeOf: Int16Array;
}

/** More than this no page can show honestly. */
export const MOST_UNITS = 30;

/** Dimension of the house: whom a respondent deals with. */
export const INSTITUTION = 'instytucja';

const DONT_KNOW = -98;
const isLeftEmpty = (state: number): boolean => state === LEFT_EMPTY || state === NOT_REACHED || state === DONT_KNOW;

/** Groups that anyone belongs to, in the order of the categories. */
export const unitsOf = ({ categories, places, name, label, origin }: CategoryVariable): Units => {
  const used = new Uint8Array(categories.length);
  for (const place of places) if (place >= 0 && categories[place]?.missing === null) used[place] = 1;
  // Clients of other institutions stand there as unknown, and may be few enough to be recognised.
  const isInstitution = origin?.kind === 'dimension' && name === INSTITUTION;
  let next = 0;
  const unitAt = Int16Array.from(used, (one) => (one === 1 ? next++ : -1));
  const units = categories.flatMap((category, place) =>
    used[place] === 1 ? [{ code: category.code, label: category.label }] : [],
  );
  return {
    variable: name,
    label,
    units,
    placeOf: places.map((place) => {
      if (place < 0) return isLeftEmpty(place) && !isInstitution ? -1 : units.length;
      const unit = unitAt[place] ?? -1;
      return unit < 0 ? units.length : unit;
    }),
  };
};

/** Variables by which one may compare: names and groups, not scales, shown to everyone. */
export const mayCompareBy = (set: VariableSet): readonly CategoryVariable[] =>
  [...set.variables.values()].flatMap((variable) =>
    variable.kind === 'category' && variable.sensitive !== true && !isScale(variable) && isSplit(variable)
      ? [variable]
      : [],
  );

const isScale = ({ categories }: CategoryVariable): boolean =>
  categories.filter(({ value, missing }) => value !== null && missing === null).length > 2;

const isSplit = (variable: CategoryVariable): boolean => {
  const { length } = unitsOf(variable).units;
  return length > 1 && length <= MOST_UNITS;
};
