import type { Palette } from '../../../../src/features/analysis/domain/figures';

/** Colours and font of the page as it is shown now, light or dark. */
export const screenPalette = (): Palette => {
  const style = getComputedStyle(document.documentElement);
  return {
    colour: (token) => style.getPropertyValue(token).trim(),
    fontFamily: style.getPropertyValue('--font').trim(),
  };
};
