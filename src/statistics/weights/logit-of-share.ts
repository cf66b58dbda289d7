import { dot, sum } from '../vector';

/** R's glm stops when the deviance changes by less than this share of itself. */
const EPSILON = 1e-8;
const MOST_ROUNDS = 25;

/**
 * Logit of a weighted share, as a logistic regression on nothing but an intercept finds it: with the starting values and
 * the stopping rule of R's glm, so that limits computed from it agree with R beyond the ninth digit. It differs from
 * ln(p / (1 − p)) by less than 1e-8.
 *
 * @param answers 1 = yes, 0 = no; rows outside the domain carry weight 0
 * @param weights one per row, ≥ 0, not all 0
 * @returns       logit of the share, which must lie inside (0, 1)
 * @source R: survey::svyglm(y ~ 1, family = quasibinomial())
 */
export const logitOfShare = (answers: Float64Array, weights: Float64Array): number => {
  let { logit, deviance } = firstStep(answers, weights);
  const sumOfWeights = sum(weights);
  const share = dot(answers, weights) / sumOfWeights;
  const scale = carrying(weights) / sumOfWeights;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const p = 1 / (1 + Math.exp(-logit));
    const now = -2 * scale * sumOfWeights * (share * Math.log(p) + (1 - share) * Math.log(1 - p));
    if (Math.abs(now - deviance) / (now + 0.1) < EPSILON) break;
    deviance = now;
    logit += (share - p) / (p * (1 - p));
  }
  return logit;
};

const carrying = (weights: Float64Array): number => weights.reduce((n, weight) => n + Number(weight > 0), 0);

/** Everybody starts between 1/2 and the own answer; one weighted least-squares step leads to a common logit. */
const firstStep = (answers: Float64Array, weights: Float64Array): { logit: number; deviance: number } => {
  const scale = carrying(weights) / sum(weights);
  let [weighted, total, deviance] = [0, 0, 0];
  weights.forEach((raw, row) => {
    const weight = raw * scale;
    const answer = answers[row] ?? 0;
    const p = (weight * answer + 0.5) / (weight + 1);
    const information = weight * p * (1 - p);
    weighted += information * Math.log(p / (1 - p)) + weight * (answer - p);
    total += information;
    deviance -= 2 * weight * Math.log(answer === 1 ? p : 1 - p);
  });
  return { logit: weighted / total, deviance };
};
