import { containsAll, foldText, soughtWords } from '../../analysis/domain';
import type { Criterion, Dimension } from '../../evaluations/domain';
import type { Finding, Tone, WorkState } from './finding';

export interface FindingsWanted {
  readonly dimension: Dimension | null;
  /** As `criterionKey` writes it; empty: any. */
  readonly criterion: string;
  readonly tone: Tone | null;
  readonly state: WorkState | null;
  /** Words that stand anywhere in the finding, all of them. */
  readonly search: string;
}

export const NO_CHOICE: FindingsWanted = { dimension: null, criterion: '', tone: null, state: null, search: '' };

/** `effectiveness`, or an own criterion as `own:godność`: one text for forms and addresses. */
export const criterionKey = (criterion: Criterion | null): string => {
  if (criterion === null) return '';
  return criterion.kind === 'listed' ? criterion.code : `own:${criterion.name}`;
};

/** Those that fit all that is wanted, in their order. */
export const chooseFindings = <Chosen extends Finding>(
  findings: readonly Chosen[],
  { dimension, criterion, tone, state, search }: FindingsWanted,
): readonly Chosen[] => {
  const words = soughtWords(search);
  return findings.filter(
    (finding) =>
      (dimension === null || finding.dimensions.includes(dimension)) &&
      (criterion === '' || criterionKey(finding.criterion) === criterion) &&
      (tone === null || finding.tone === tone) &&
      (state === null || finding.state === state) &&
      (words.length === 0 || containsAll(textOf(finding), words)),
  );
};

const textOf = ({ title, text, evidence }: Finding): string =>
  foldText([title, text, ...evidence.flatMap((one) => (one.kind === 'table' ? [] : [one.text, one.source]))].join(' '));
