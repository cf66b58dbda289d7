import type { PublicationId } from '../../platform/ids';
import type { Analysis, FrozenTable, TableToday } from '../analysis';
import type { Evaluation } from '../evaluations';
import type { Finding, FindingId, Standing, TableEvidence } from './domain';
import { standingOfTable } from './standing';
import { prove, type ProvenFinding } from './read-proven';

/** What became of a frozen table's claim with today's answers. */
export interface TableStanding {
  /** Null where the rules had nothing to say of the table: then only its numbers are compared. */
  readonly standing: Standing | null;
  /** Null while no answer came since. */
  readonly today: TableToday | null;
}

export interface ReadStandingNeeds {
  readonly analysis: Pick<Analysis, 'frozen' | 'datasets'>;
}

export type Standings = ReadonlyMap<PublicationId, TableStanding>;

const UNCHANGED: TableStanding = { standing: 'holds', today: null };

/** Of every frozen table of the findings; those without newer answers are not counted again. */
export const readStandings =
  ({ analysis }: ReadStandingNeeds) =>
  async (evaluation: Evaluation, findings: readonly ProvenFinding[]): Promise<Standings> => {
    const standings = new Map<PublicationId, TableStanding>();
    const cuts = new Map<string, number | null>();
    const cutOf = async (dataset: string): Promise<number | null> => {
      const known = cuts.get(dataset);
      if (known !== undefined) return known;
      const cut = (await analysis.datasets.open(evaluation, dataset))?.cut ?? null;
      cuts.set(dataset, cut);
      return cut;
    };
    for (const { evidence, tables } of findings)
      for (const one of evidence) {
        const frozen = one.kind === 'table' ? tables.get(one.publication) : undefined;
        if (one.kind !== 'table' || frozen === undefined) continue;
        const isSame = (await cutOf(frozen.dataset.code)) === frozen.cut;
        standings.set(one.publication, isSame ? UNCHANGED : await standingToday(analysis, one, frozen));
      }
    return standings;
  };

const standingToday = async (
  { frozen: tables }: ReadStandingNeeds['analysis'],
  evidence: TableEvidence,
  frozen: FrozenTable,
): Promise<TableStanding> => {
  const today = await tables.readToday(frozen);
  return { standing: standingOfTable(evidence, frozen, today), today };
};

const WORST = ['reversed', 'weaker', 'cannot-tell', 'holds'] as const satisfies readonly Standing[];

/** The worst of its tables; null for a finding without any that says something. */
export const worstStanding = ({ evidence }: ProvenFinding, standings: Standings): Standing | null => {
  const all = evidence.flatMap((one) => (one.kind === 'table' ? (standings.get(one.publication)?.standing ?? []) : []));
  return WORST.find((standing) => all.includes(standing)) ?? null;
};

/** Findings whose tables the rules can judge, each with the worst that became of them. */
export const readFindingStandings =
  (needs: ReadStandingNeeds) =>
  async (evaluation: Evaluation, findings: readonly Finding[]): Promise<ReadonlyMap<FindingId, Standing>> => {
    const proven = await prove(needs.analysis, evaluation.id, findings);
    const standings = await readStandings(needs)(evaluation, proven);
    return new Map(
      proven.flatMap((finding) => {
        const worst = worstStanding(finding, standings);
        return worst === null ? [] : [[finding.id, worst] as const];
      }),
    );
  };
