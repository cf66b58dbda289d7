export { countBySeverity, mayBePublished, proveQuestionnaire, type Proof } from './prove-questionnaire';
export { proveItem } from './prove-item';
export { estimatePaths, type PathEstimates, type PathGroup, type Steer } from './estimate-paths';
export type { ItemProof, PraiseKind, Remark, RemarkDetails, RemarkKind, Severity } from './remark';
