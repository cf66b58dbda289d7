import type { Conclusion, Finding } from '../../../findings';
import type { Composing } from '../composing';

/** Findings that go to reports by themselves, by number. */
export const readyFindings = async ({ material }: Pick<Composing, 'material'>): Promise<readonly Finding[]> =>
  (await material.findings()).filter(({ state }) => state === 'ready').toSorted((a, b) => a.number - b.number);

export const readyConclusions = async ({ material }: Pick<Composing, 'material'>): Promise<readonly Conclusion[]> =>
  (await material.conclusions()).filter(({ state }) => state === 'ready').toSorted((a, b) => a.number - b.number);
