import type { BesideReason } from './change';

export const MODES = ['cawi', 'cati', 'capi', 'papi', 'mixed'] as const;
export const RECRUITMENTS = ['everyone', 'random', 'quota', 'open'] as const;

export type Mode = (typeof MODES)[number];
/** Whom the wave asked: everyone, a random sample, quotas, or whoever came. */
export type Recruitment = (typeof RECRUITMENTS)[number];

/** How a wave was done; null where nobody has said. */
export interface Fieldwork {
  readonly mode: Mode | null;
  readonly recruitment: Recruitment | null;
  /** Calendar days of the first and the last answer. */
  readonly from: string | null;
  readonly to: string | null;
}

export const UNKNOWN_FIELDWORK: Fieldwork = { mode: null, recruitment: null, from: null, to: null };

/** Another mode or another way to respondents changes answers (domain 3.4): such waves are only shown beside one another. */
export const fieldworkReasons = (earlier: Fieldwork, later: Fieldwork): readonly BesideReason[] => [
  ...(differ(earlier.mode, later.mode) ? (['other-mode'] as const) : []),
  ...(differ(earlier.recruitment, later.recruitment) ? (['other-sample'] as const) : []),
];

/** Whether mode and recruitment of both are known. */
export const isDescribed = ({ mode, recruitment }: Fieldwork): boolean => mode !== null && recruitment !== null;

const differ = (first: string | null, second: string | null): boolean =>
  first !== null && second !== null && first !== second;
