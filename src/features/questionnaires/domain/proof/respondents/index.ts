export { countFields, type FieldCounts } from './counts';
export type { Coverage, Seen } from './coverage';
export { knownPlaces, type Places } from './places';
export { STRATEGIES, type Strategy } from './respondent';
export { runRespondents, type SyntheticRun } from './run-respondents';
export type { SyntheticResponse } from './walk-respondent';
export type { Refusals } from './wrong-answers';
