import kurkle from '@kurkle/color';

/** Red, green and blue from 0 to 255, and how opaque, from 0 to 1. */
export interface Ink {
  readonly rgb: [number, number, number];
  readonly alpha: number;
}

const known = new Map<string, Ink>();

/** A CSS colour as ink. What is no colour (Chart.js passes `undefined` for "none") leaves no mark. */
export const inkOf = (colour: unknown): Ink => {
  if (typeof colour !== 'string') return NO_INK;
  const ink = known.get(colour) ?? parse(colour);
  known.set(colour, ink);
  return ink;
};

const NO_INK: Ink = { rgb: [0, 0, 0], alpha: 0 };

const parse = (colour: string): Ink => {
  const parsed = new kurkle.Color(colour);
  if (!parsed.valid) return NO_INK;
  const { r, g, b, a } = parsed.rgb;
  return { rgb: [r, g, b], alpha: a };
};
