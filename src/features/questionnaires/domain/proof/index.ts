export { countBySeverity, mayBePublished, proveQuestionnaire, type Proof } from './prove-questionnaire';
export { proveItem } from './prove-item';
export { makeReady, type MadeReady } from './made-ready';
export { estimatePaths, type PathEstimates, type PathGroup, type PathRange } from './paths/estimate-paths';
export type { Steer } from './paths/steers';
export { readabilityOf, type Readability } from './text/readability';
export type { ItemProof, PraiseKind, Remark, RemarkDetails, RemarkKind, Severity } from './remark';
export type { PathEstimate } from '../estimate-path';
