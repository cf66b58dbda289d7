/** Probability below which a difference is called significant; without a test nothing is. */
export const LEVELS = { '0.05': 0.05, '0.01': 0.01, bez: 0 } as const;
