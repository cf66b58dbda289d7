import type { Evaluation } from '../evaluations';
import type { Evidence } from './domain';
import type { ProvenFinding } from './read-proven';
import { worstStanding, type Standings } from './read-standing';

/** Numbers unrounded, as they were frozen. */
export const presentFindingsJson = (
  evaluation: Evaluation,
  findings: readonly ProvenFinding[],
  standings: Standings,
) => ({
  evaluation: evaluation.id,
  state: evaluation.resultState,
  demonstration: evaluation.demonstration,
  findings: findings.map((finding) => presentFindingJson(finding, standings)),
});

export const presentFindingJson = (finding: ProvenFinding, standings: Standings) => {
  const { number, title, text, dimensions, criterion, tone, state, strength, evidence, log } = finding;
  return {
    number,
    title,
    text,
    dimensions,
    criterion,
    tone,
    state,
    strength,
    standing: worstStanding(finding, standings),
    evidence: evidence.map((one) => evidenceJson(one, finding, standings)),
    revision: log.revision,
    changedBy: log.changedBy,
    changedAt: log.changedAt.toISOString(),
  };
};

const evidenceJson = (evidence: Evidence, { tables }: ProvenFinding, standings: Standings) => {
  if (evidence.kind !== 'table') return evidence;
  const frozen = tables.get(evidence.publication);
  const { standing = null, today = null } = standings.get(evidence.publication) ?? {};
  return {
    ...evidence,
    standing,
    moved: today?.moved ?? null,
    frozen:
      frozen === undefined
        ? null
        : {
            dataset: frozen.dataset,
            request: frozen.request,
            level: frozen.level,
            cut: frozen.cut,
            dataCut: frozen.dataCut,
            respondents: frozen.respondents,
            hash: frozen.hash,
            frozenAt: frozen.frozenAt.toISOString(),
            columns: frozen.table.columns,
            blocks: frozen.table.blocks,
          },
  };
};
