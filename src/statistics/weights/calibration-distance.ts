/** How a change of weights is measured; bounds limit new weight / old weight and enclose 1. */
export type CalibrationMethod =
  | { readonly kind: 'linear' }
  | { readonly kind: 'raking' }
  | { readonly kind: 'logit'; readonly low: number; readonly high: number };

interface Distance {
  /** New weight / old weight as a function of the linear predictor u. */
  readonly adjustment: (u: number) => number;
  readonly slope: (u: number) => number;
}

/**
 * The adjustment F(u) that a calibration distance implies, with its slope F′(u); F(0) = F′(0) = 1.
 *
 * @throws RangeError if bounds do not enclose 1
 * @source Deville & Särndal (1992), table 1
 */
export const calibrationDistance = (method: CalibrationMethod): Distance => {
  switch (method.kind) {
    case 'linear':
      return { adjustment: (u) => 1 + u, slope: () => 1 };
    case 'raking':
      return { adjustment: Math.exp, slope: Math.exp };
    case 'logit':
      return logit(method.low, method.high);
  }
};

const logit = (low: number, high: number): Distance => {
  if (!(low >= 0 && low < 1 && high > 1 && high < Infinity))
    throw new RangeError(`bounds ${low} and ${high}: need 0 ≤ low < 1 < high`);
  const steepness = (high - low) / ((1 - low) * (high - 1));
  /** Share of the way from low to high, written so that large |u| does not overflow. */
  const way = (u: number): number => 1 / (1 + ((high - 1) / (1 - low)) * Math.exp(-steepness * u));
  return {
    adjustment: (u) => low + (high - low) * way(u),
    slope: (u) => (high - low) * steepness * way(u) * (1 - way(u)),
  };
};
