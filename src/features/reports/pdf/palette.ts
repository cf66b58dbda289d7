import type { FIGURE_TOKENS } from '../../analysis/domain';
import { type Palette } from '../../analysis/domain';

type Token = (typeof FIGURE_TOKENS)[number];

/** Paper is always light: the light values of public/css/tokens.css, which a test compares. */
export const LIGHT_TOKENS: Readonly<Record<Token, string>> = {
  '--surface': '#ffffff',
  '--sunken': '#ebefed',
  '--line': '#d8dfdc',
  '--line-strong': '#74817d',
  '--ink': '#16211f',
  '--ink-2': '#3f4c49',
  '--ink-3': '#586562',
  '--brand': '#14594a',
  '--grid': '#dde4e1',
  '--s1': '#1f4e8c',
  '--s2': '#b5790f',
  '--s3': '#b0425f',
  '--s4': '#2f8f83',
  '--s5': '#1f2a27',
  '--k1': '#8c4a0b',
  '--k2': '#e0ad5f',
  '--k3': '#e3e6e8',
  '--k4': '#5fb0a0',
  '--k5': '#10665a',
  '--k1-t': '#ffffff',
  '--k2-t': '#16211f',
  '--k3-t': '#16211f',
  '--k4-t': '#16211f',
  '--k5-t': '#ffffff',
};

const isToken = (token: string): token is Token => token in LIGHT_TOKENS;

export const paperPalette: Palette = {
  colour: (token) => {
    if (!isToken(token)) throw new Error(`Paper has no colour ${token}`);
    return LIGHT_TOKENS[token];
  },
  fontFamily: 'IBM Plex Sans',
};
