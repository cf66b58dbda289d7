import { dayOf, type Clock } from '../../../platform/clock';
import type { Evaluation } from '../../evaluations';
import {
  CLIENT_TYPE,
  closedQuestions,
  criterionOf,
  hasVariable,
  INSTITUTION,
  isKnownOfAnybody,
  type OpenDataset,
} from './datasets';
import type { GivenTable } from '../../analysis';
import type { Material } from './material';
import type { TableDesk } from './table-desk';

/** Who answered, as the given tables say. */
export interface Overview {
  /** Of all questionnaires. */
  readonly n: number;
  readonly dataCut: string;
  readonly samples: readonly Sample[];
}

/** Respondents of one questionnaire by type, and by institution: never by both, which would tell of single people. */
export interface Sample {
  readonly dataset: OpenDataset;
  /** Null while nobody answered, or too few. */
  readonly given: GivenTable | null;
  /** Short names of the institutions that its answers are about. */
  readonly institutions: readonly string[];
}

const MOST_TRIES = 4;

interface OverviewNeeds {
  readonly tables: TableDesk;
  readonly material: Pick<Material, 'datasets'>;
  readonly evaluation: Evaluation;
  readonly clock: Clock;
}

export const readOverview = async ({ tables, material, evaluation, clock }: OverviewNeeds): Promise<Overview> => {
  const own = (await material.datasets()).filter(({ kind }) => kind === 'questionnaire');
  const samples: Sample[] = [];
  for (const dataset of own) {
    const given = await sampleOf(tables, dataset);
    samples.push({ dataset, given, institutions: given === null ? [] : institutionsIn(given) });
  }
  const given = samples.flatMap(({ given: table }) => table ?? []);
  const days = given.flatMap(({ dataCut }) => dataCut ?? []).toSorted();
  const n = given.reduce((sum, { respondents }) => sum + respondents, 0);
  return {
    n: n < evaluation.smallestGroup ? 0 : n,
    dataCut: days.at(-1) ?? dayOf(clock.now()),
    samples,
  };
};

const institutionsIn = ({ table }: GivenTable): readonly string[] => {
  const columns = table.columns.flatMap(({ variable, label }) => (variable === INSTITUTION ? label : []));
  const rows = table.blocks.flatMap(({ variable, rows: lines }) => (variable === INSTITUTION ? lines : []));
  return columns.length > 0 ? columns : rows.map(({ label }) => label);
};

/** Institutions by which a questionnaire can be told apart: one alone is the total. */
export const bannerOf = ({ samples }: Pick<Overview, 'samples'>, { code }: OpenDataset): readonly string[] =>
  (samples.find(({ dataset }) => dataset.code === code)?.institutions.length ?? 0) > 1 ? [INSTITUTION] : [];

/** By the type of client or partner where it is known, otherwise by the first thing people say of themselves. */
const sampleOf = async (tables: TableDesk, dataset: OpenDataset): Promise<GivenTable | null> => {
  const banner = hasVariable(dataset, INSTITUTION) ? [INSTITUTION] : [];
  const profile = closedQuestions(dataset).find(
    (variable) => variable.kind === 'category' && criterionOf(variable) === 'profil' && variable.sensitive !== true,
  );
  const rows = [
    ...(isKnownOfAnybody(dataset, CLIENT_TYPE) ? [CLIENT_TYPE] : []),
    ...(profile === undefined ? [] : [profile.name]),
    ...banner,
    ...closedQuestions(dataset).map(({ name }) => name),
  ];
  let found: GivenTable | null = null;
  for (const row of rows.slice(0, MOST_TRIES)) {
    const asked = [...new Set([row, ...banner])];
    const answer = await tables.ask({ dataset: dataset.code, rows: asked, columns: [], weight: null, filter: [] });
    if (answer.kind === 'refused') continue;
    found = answer.given;
    if ((found.table.blocks[0]?.bases[0]?.n ?? 0) > 0) return found;
  }
  return found;
};
