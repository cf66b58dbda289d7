import {
  finitePopulationFactor,
  finitePopulationMean,
  finitePopulationShare,
  textbookPopulationFactor,
} from '../../../src/statistics';
import { expectClose } from '../close-to';

/** Overall rating of 30 departments out of 35: R's data set attitude, Chatterjee & Price (1977). */
const RATING = [
  43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85,
  82,
];

describe('30 departments out of 35 are estimated as R’s survey package does', () => {
  test('factors', () => {
    expectClose(
      [finitePopulationFactor(30, 35), textbookPopulationFactor(30, 35)],
      [0.3779644730092273, 0.3834824944236852],
    );
  });

  test('mean and total', () => {
    expectClose(finitePopulationMean(RATING, 35, 0.9), {
      mean: 64.63333333333334,
      se: 0.8399865768990318,
      interval: { low: 63.20608943859884, high: 66.06057722806784 },
      total: 2262.166666666667,
      totalSe: 29.399530191466113,
    });
  });

  test('share rated at least 65', () => {
    expectClose(finitePopulationShare(17, 30, 35, 0.9), {
      se: 0.03477978261287434,
      textbookSe: 0.034694433324435545,
      textbookInterval: { low: 0.5095994021779429, high: 0.6237339311553904 },
    });
  });

  test('a census has no sampling error, a sample larger than its population does not exist', () => {
    expect(finitePopulationMean([1, 2, 3, 4], 4)).toMatchObject({ mean: 2.5, se: 0, interval: null });
    expect(() => finitePopulationFactor(60, 50)).toThrow(RangeError);
  });
});
