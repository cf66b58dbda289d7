/** Limits for what other programs leave open and our items must name. */
export const DEFAULT_LIMITS = { least: 0, most: 1_000_000_000, longest: 1000, total: 100 } as const;
