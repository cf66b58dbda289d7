import type { OracleEntry } from './adapter';
import { nistAgrees } from './nist-digits';

/** Whether a computed number is as near to the reference as the oracle's README asks. */
export type Agreement = (actual: number, expected: number) => boolean;

/** Near zero a relative error says nothing: there an absolute one of 1e-11 counts. */
const relative =
  (limit: number): Agreement =>
  (actual, expected) =>
    Math.abs(actual - expected) <= Math.max(1e-11, limit * Math.abs(expected));

const absolute =
  (limit: number): Agreement =>
  (actual, expected) =>
    Math.abs(actual - expected) <= limit;

/** p values in a far tail are compared by their logarithm; one that underflows to 0 must underflow here too. */
const tail =
  (limit: number): Agreement =>
  (actual, expected) => {
    // sign_test-006 gives p = 1.38: twice an upper tail at z = −0.5, not cut. No probability exceeds 1.
    if (expected > 1) return actual === 1;
    // Below the smallest normal double a reference has no digits of its own: R prints 5e-324 and 0 for p near 1e-840.
    if (expected < 2.3e-308) return actual >= 0 && actual < 1e-300;
    if (expected >= 1e-10) return Math.abs(actual - expected) <= limit * expected;
    const logarithm = Math.log(expected);
    return actual > 0 && Math.abs(Math.log(actual) - logarithm) <= limit * Math.abs(logarithm);
  };

const isProbability = (field: string): boolean =>
  /(^|_)p(_|$)|^r_default_p$/.test(field) && !/(^|_)log10_p$/.test(field);

/** Fields that the reference gives for information only. */
const isInformative = (field: string): boolean =>
  /^(reason|gradient_norm|max_abs_gradient)$|^(double_arithmetic_r_|polr_)/.test(field);

const rotation = (path: readonly string[]): Agreement => {
  const inside = path.join('.');
  if (/loadings_unrotated/.test(inside)) return absolute(1e-6);
  if (/\.(loadings|pattern|phi|structure)/.test(inside)) return absolute(1e-5);
  return relative(1e-6);
};

const tukey = ({ params }: OracleEntry, field: string): Agreement => {
  if (params['fun'] === 'ptukey' || field === 'p') return absolute(1e-8);
  return /^(lower|upper|value|q_crit_95)$/.test(field) ? relative(1e-6) : relative(1e-9);
};

const closed = ({ method, params }: OracleEntry, field: string): Agreement => {
  const isTail = method === 'distribution' && String(params['fun']).startsWith('p');
  return isTail || isProbability(field) ? tail(1e-9) : relative(1e-9);
};

const graded = (limit: number, field: string): Agreement => (isProbability(field) ? tail(limit) : relative(limit));

/**
 * How a field is compared, or null when it is for information only.
 *
 * @param path names from the entry's results down to the field, without list positions
 */
export const agreementFor = (entry: OracleEntry, path: readonly string[]): Agreement | null => {
  const field = path.at(-1) ?? '';
  if (isInformative(field)) return null;
  switch (entry.tolerance_class) {
    case 'closed':
      return closed(entry, field);
    case 'linear_model':
      return graded(1e-8, field);
    case 'iterative':
    case 'loose6':
      return graded(1e-6, field);
    case 'mixed':
      return relative(field === 'ci95_noncentral_t' ? 1e-6 : 1e-9);
    case 'tukey':
      return tukey(entry, field);
    case 'rotation':
      return rotation(path);
    case 'exact_test':
      return relative(/odds_ratio_conditional|ci95/.test(field) ? 1e-4 : 1e-7);
    case 'shapiro':
      return relative(field === 'shapiro_p' ? 1e-3 : field === 'shapiro_w' ? 1e-6 : 1e-9);
    case 'nist':
      return nistAgrees(entry.dataset ?? '', field);
    default:
      throw new Error(`Unknown tolerance class ${entry.tolerance_class}`);
  }
};
