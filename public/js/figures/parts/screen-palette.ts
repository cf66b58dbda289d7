import type { Palette } from '../../../../src/features/analysis/domain/figures';

/** Colours and font of a place on the page as it is shown now: light, dark, or a sheet that stays light. */
export const screenPalette = (place: Element = document.documentElement): Palette => {
  const style = getComputedStyle(place);
  return {
    colour: (token) => style.getPropertyValue(token).trim(),
    fontFamily: style.getPropertyValue('--font').trim(),
  };
};
