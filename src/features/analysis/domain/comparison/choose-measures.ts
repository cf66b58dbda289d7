import type { Variable, VariableSet } from '../variables/variable';
import { mainMeasureOf, measuresOf, type Measure } from './measure';

/**
 * Which variables stand in the overview: those asked about the institution, with one measure each, in the order of the
 * questionnaire. Questions about the respondent are no ground for comparing institutions.
 *
 * @param about codes of the items asked about the institution; empty: where no item depends on it, all but the profile
 */
export const overviewMeasures = (
  { variables }: VariableSet,
  unit: string,
  about: ReadonlySet<string>,
): readonly Measure[] =>
  [...variables.values()].flatMap((variable) => {
    const measure = isCompared(variable, unit, about) ? mainMeasureOf(variable) : null;
    return measure === null ? [] : [measure];
  });

/** Every variable that can be compared on its own page. */
export const comparableVariables = (set: VariableSet, unit: string, about: ReadonlySet<string>): readonly Variable[] =>
  [...set.variables.values()].filter(
    (variable) => isCompared(variable, unit, about) && measuresOf(variable).length > 0,
  );

const isCompared = ({ name, origin, sensitive }: Variable, unit: string, about: ReadonlySet<string>): boolean => {
  if (name === unit || sensitive === true) return false;
  if (origin?.kind === 'item') return origin.criterion !== 'profil' && (about.size === 0 || about.has(origin.item));
  return origin?.kind !== 'dimension' && origin?.kind !== 'weight';
};

/** In what clients of institutions differ before they are served: type, services and last contact, where they are asked. */
const HOUSE_MIX = ['typ', 'U1', 'K4'];

/** @param wanted names in the address; null: those of the house */
export const mixVariables = (
  { variables }: VariableSet,
  unit: string,
  wanted: readonly string[] | null,
): readonly Variable[] =>
  (wanted ?? HOUSE_MIX).flatMap((name) => {
    const variable = variables.get(name);
    const isUsable = variable?.kind === 'category' || variable?.kind === 'set';
    return isUsable && variable.sensitive !== true && name !== unit ? [variable] : [];
  });
