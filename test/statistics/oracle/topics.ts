import type { DegenerateAdapter, OracleAdapter, OracleTopic } from './adapter';
import { agreement } from './agreement';
import { columnTests } from './column-tests';
import { complexSurvey } from './complex-survey';
import { correlationTopic } from './correlation';
import { crosstabs } from './crosstabs';
import { descriptives } from './descriptives';
import { distributions } from './distributions';
import { effectSizes } from './effect-sizes';
import { factorAnalysis } from './factor-analysis';
import { keyDriversTopic } from './key-drivers';
import { means } from './means';
import { nist } from './nist';
import { nonparametric } from './nonparametric';
import { pairedCategorical } from './paired-categorical';
import { proportions } from './proportions';
import { regression } from './regression';
import { reliability } from './reliability';
import { sampleSize } from './sample-size';
import { trend } from './trend';

const topics: readonly OracleTopic[] = [
  agreement,
  columnTests,
  complexSurvey,
  correlationTopic,
  crosstabs,
  descriptives,
  distributions,
  effectSizes,
  factorAnalysis,
  keyDriversTopic,
  means,
  nist,
  nonparametric,
  pairedCategorical,
  proportions,
  regression,
  reliability,
  sampleSize,
  trend,
];

/** How each method of the reference is computed here. */
export const oracleAdapters: ReadonlyMap<string, OracleAdapter> = new Map(
  topics.flatMap(({ methods }) => Object.entries(methods)),
);

/** What we report on degenerate input, by the method that it is aimed at. */
export const degenerateAdapters: ReadonlyMap<string, DegenerateAdapter> = new Map(
  topics.flatMap(({ degenerate }) => Object.entries(degenerate)),
);
