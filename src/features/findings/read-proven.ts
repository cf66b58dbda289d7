import type { EvaluationId, PublicationId } from '../../platform/ids';
import type { Analysis, FrozenTable } from '../analysis';
import { strengthOf, type Evidence, type Finding, type FindingId, type Strength } from './domain';
import type { FindingStore } from './store';

/** A finding with what proves it, as it was told. */
export interface ProvenFinding extends Finding {
  readonly strength: Strength;
  /** By publication. */
  readonly tables: ReadonlyMap<PublicationId, FrozenTable>;
}

export interface ReadProvenNeeds {
  readonly store: FindingStore;
  readonly analysis: Pick<Analysis, 'frozen'>;
}

/** Findings of an evaluation with their frozen tables, by number; of some ids only where they are named. */
export const readProven =
  ({ store, analysis }: ReadProvenNeeds) =>
  async (evaluationId: EvaluationId, ids?: readonly FindingId[]): Promise<readonly ProvenFinding[]> => {
    const wanted = ids && new Set(ids);
    const findings = (await store.allOf(evaluationId)).filter(({ id }) => wanted?.has(id) !== false);
    return prove(analysis, evaluationId, findings);
  };

export const prove = async (
  { frozen }: ReadProvenNeeds['analysis'],
  evaluationId: EvaluationId,
  findings: readonly Finding[],
): Promise<readonly ProvenFinding[]> => {
  const publications = [...new Set(findings.flatMap(({ evidence }) => evidence.flatMap(publicationOf)))];
  const all = await frozen.readFrozen(evaluationId, publications);
  const byId = new Map(all.map((table) => [table.publication, table]));
  return findings.map((finding) => {
    const own = finding.evidence.flatMap(publicationOf).flatMap((id) => byId.get(id) ?? []);
    const tables = new Map(own.map((table) => [table.publication, table]));
    const strength = strengthOf(finding.evidence, (id) => baseOfTable(tables.get(id)));
    return { ...finding, strength, tables };
  });
};

const publicationOf = (evidence: Evidence): readonly PublicationId[] =>
  evidence.kind === 'table' ? [evidence.publication] : [];

/** People behind the questions of a table, the fewest where there are several. */
export const baseOfTable = (frozen: FrozenTable | undefined): number | null => {
  const bases = frozen?.table.blocks.flatMap(({ bases: [everyone] }) => (everyone == null ? [] : [everyone.n])) ?? [];
  return bases.length === 0 ? null : Math.min(...bases);
};
