import type { Evaluation } from '../../evaluations';
import type { Conclusion, Finding, JudgedMatrix, Recommendation } from '../../findings';
import type { PublishedVersion } from '../../questionnaires';
import type { OpenDataset } from './datasets';
import { openDatasets } from './datasets';
import type { ReportsNeeds } from '../needs';

/** What the evaluation itself holds for a report, each read once and only where it is wanted. No number of it is printed. */
export interface Material {
  readonly datasets: () => Promise<readonly OpenDataset[]>;
  readonly findings: () => Promise<readonly Finding[]>;
  readonly conclusions: () => Promise<readonly Conclusion[]>;
  readonly recommendations: () => Promise<readonly Recommendation[]>;
  readonly judged: () => Promise<JudgedMatrix>;
  /** The newest version of each questionnaire. */
  readonly versions: () => Promise<readonly PublishedVersion[]>;
}

export const readMaterial = (
  { analysis, findings, questionnaires }: Pick<ReportsNeeds, 'analysis' | 'findings' | 'questionnaires'>,
  evaluation: Evaluation,
): Material => {
  const { id } = evaluation;
  return {
    datasets: lazily(() => openDatasets(analysis.datasets, evaluation)),
    findings: lazily(() => findings.listFindings(id)),
    conclusions: lazily(() => findings.conclusions.listConclusions(id)),
    recommendations: lazily(() => findings.recommendations.listRecommendations(id)),
    judged: lazily(() => findings.matrix.readJudged(id)),
    versions: lazily(async () => newestOf(await questionnaires.listVersions(id))),
  };
};

const lazily = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let kept: Promise<Value> | undefined;
  return () => (kept ??= read());
};

const newestOf = (versions: readonly PublishedVersion[]): readonly PublishedVersion[] => {
  const newest = new Map<string, PublishedVersion>();
  for (const version of versions) {
    const known = newest.get(version.code);
    if (known === undefined || known.version < version.version) newest.set(version.code, version);
  }
  return [...newest.values()];
};
