import type { PublicationId } from '../../../platform/ids';
import type { Claim } from './claim';
import type { Evidence, NoteMethod, Strength } from './finding';

/** Sources that differ in kind: a survey, what was written in it, each method of talking, reading or watching. */
export type SourceKind = 'survey' | 'texts' | NoteMethod;

/** Answers behind a published table; null where it is not known. */
export type SurveyBase = (publication: PublicationId) => number | null;

/** From so many answers on a survey alone proves as much as two kinds of sources do. */
const LARGE_BASE = 100;

export const kindOfEvidence = (evidence: Evidence): SourceKind => {
  if (evidence.kind === 'note') return evidence.method;
  return evidence.kind === 'table' ? 'survey' : 'texts';
};

export const sourceKinds = (evidence: readonly Evidence[]): ReadonlySet<SourceKind> =>
  new Set(evidence.map(kindOfEvidence));

/** How well something is proven by all its evidence together. */
export const strengthOf = (evidence: readonly Evidence[], surveyBase: SurveyBase = () => null): Strength => {
  const kinds = sourceKinds(evidence).size;
  if (kinds === 0) return 'none';
  if (kinds >= 3) return 'strong';
  const isLarge = evidence.some(
    (one) => one.kind === 'table' && (baseOf(one.claim) ?? surveyBase(one.publication) ?? 0) >= LARGE_BASE,
  );
  return kinds === 2 || isLarge ? 'medium' : 'weak';
};

/** Answers behind a claim; of groups, those behind the smaller. Null where the rules say nothing. */
export const baseOf = (claim: Claim | null): number | null => {
  switch (claim?.kind) {
    case undefined:
      return null;
    case 'level':
      return claim.n;
    case 'difference':
      return Math.min(claim.first.n, claim.second.n);
    case 'groups':
      return Math.min(claim.highest.n, claim.lowest.n);
    case 'order':
      return claim.first.n;
  }
};
