import { dayOf, type Clock } from '../../platform/clock';
import type { EvaluationId, VersionId } from '../../platform/ids';
import type { Evaluation } from '../evaluations';
import type { PublishedVersion } from '../questionnaires';
import { compileVersion, type CompiledVersion } from '../questionnaires/domain';
import type { Response, ResponseScope } from '../responses';
import { variablesOfQuestionnaire } from './domain/variables/of-questionnaire';
import type { VariableSet } from './domain/variables/variable';
import { analyseAll, createDataset, type Dataset, type Results, type ResultsFilter, type Viewpoint } from './domain';

export interface KeepDatasetNeeds {
  readonly listVersions: (id: EvaluationId) => Promise<readonly PublishedVersion[]>;
  readonly readResponses: (scope: ResponseScope, id: EvaluationId) => Promise<readonly Response[]>;
  readonly countVersions: (id: EvaluationId) => Promise<number>;
  readonly countResponses: (scope: ResponseScope, id: EvaluationId) => Promise<number>;
  readonly clock: Clock;
}

export interface KeptDataset {
  readonly dataset: Dataset;
  /** Results under a filter of known codes; the same filter gives the same object. */
  readonly results: (filter: ResultsFilter) => Results;
  /** Questionnaires that have been published, by code, in the words of their newest version. */
  readonly questionnaires: readonly CompiledVersion[];
  /** Answers to one questionnaire, ready for tables. */
  readonly variables: (questionnaire: CompiledVersion) => VariableSet;
}

export type KeepDataset = (evaluation: Evaluation, viewpoint: Viewpoint) => Promise<KeptDataset>;

/** Broken-off questionnaires are not in the count that tells whether answers came: after this long they are looked for. */
const LONGEST_KEPT_MS = 60_000;
/** Evaluations and viewpoints held at once; the one not asked for longest goes first. */
const MOST_KEPT = 8;

interface Kept {
  /** Numbers of responses and of versions. */
  readonly count: string;
  readonly at: number;
  readonly made: Promise<KeptDataset>;
}

/** Answers in memory, as columns, until another answer or another version comes. */
export const keepDataset = (needs: KeepDatasetNeeds): KeepDataset => {
  const kept = new Map<string, Kept>();
  return async (evaluation, viewpoint) => {
    const key = `${evaluation.id} ${viewpoint.kind === 'own' ? viewpoint.institution : ''}`;
    const count = await stateOf(needs, evaluation.id);
    const known = kept.get(key);
    const at = needs.clock.now().getTime();
    const isFresh = known !== undefined && known.count === count && at - known.at < LONGEST_KEPT_MS;
    const current = isFresh ? known : { count, at, made: makeDataset(needs, evaluation, viewpoint) };
    kept.delete(key);
    kept.set(key, current);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
    return forgetOnFailure(kept, key, current);
  };
};

/** Neither responses nor versions ever change: their numbers tell whether there are new ones. */
const stateOf = async ({ countResponses, countVersions }: KeepDatasetNeeds, id: EvaluationId): Promise<string> =>
  (await Promise.all([countResponses({ kind: 'all' }, id), countVersions(id)])).join(' ');

const forgetOnFailure = async (kept: Map<string, Kept>, key: string, current: Kept): Promise<KeptDataset> => {
  try {
    return await current.made;
  } catch (error) {
    if (kept.get(key) === current) kept.delete(key);
    throw error;
  }
};

const makeDataset = async (
  needs: KeepDatasetNeeds,
  evaluation: Evaluation,
  viewpoint: Viewpoint,
): Promise<KeptDataset> => {
  const [published, responses] = await Promise.all([
    needs.listVersions(evaluation.id),
    needs.readResponses({ kind: 'all' }, evaluation.id),
  ]);
  const versions = new Map<VersionId, CompiledVersion>(
    published.map(({ id, definition }) => [id, compileVersion(definition)]),
  );
  const publishedOn = new Map(published.map(({ id, publishedAt }) => [id, dayOf(publishedAt)]));
  const dataset = createDataset({ evaluation, versions, publishedOn, responses, viewpoint });
  const newest = new Map<string, CompiledVersion>();
  for (const { code, id } of published) {
    const version = versions.get(id);
    if (version !== undefined && !newest.has(code)) newest.set(code, version);
  }
  const tabulated = new Map<string, VariableSet>();
  return {
    dataset,
    results: remembered((filter) => analyseAll(dataset, [...versions.values()], filter)),
    questionnaires: [...newest.values()],
    variables: (questionnaire) => {
      const { code } = questionnaire.definition;
      const places = responses.flatMap(({ questionnaireCode }, at) => (questionnaireCode === code ? [at] : []));
      const set = tabulated.get(code) ?? variablesOfQuestionnaire(dataset, questionnaire, Uint32Array.from(places));
      tabulated.set(code, set);
      return set;
    },
  };
};

/** Filters whose results are held for one dataset. */
const MOST_RESULTS = 50;

const remembered = (analyse: (filter: ResultsFilter) => Results) => {
  const known = new Map<string, Results>();
  return (filter: ResultsFilter): Results => {
    const key = JSON.stringify([filter.institution, filter.subregion, filter.clientType, filter.completeOnly]);
    const results = known.get(key) ?? analyse(filter);
    if (known.size >= MOST_RESULTS) known.clear();
    known.set(key, results);
    return results;
  };
};
