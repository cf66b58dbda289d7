export { agreementCoefficients, type AgreementCoefficients } from './agreement-coefficients';
export { cohenKappa, type CohenKappa, type KappaWeights } from './cohen-kappa';
export { fleissKappa, type FleissKappa } from './fleiss-kappa';
export { krippendorffAlpha, type KrippendorffAlpha, type KrippendorffMetric } from './krippendorff-alpha';
