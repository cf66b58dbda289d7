import type { Translator } from '../../../platform/i18n';
import type { FrozenTable, LaterObstacle, TableLater } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import { indicatorIn, indicatorsOf, type Indicator } from '../../findings';
import type { ClaimNumber, Finding, TableEvidence } from '../../findings/domain';
import { changeBetween, nextWave, type IndicatorChange, type RegisterEntry } from '../domain';
import type { CooperationNeeds } from '../needs';

export type EffectNeeds = Pick<CooperationNeeds, 'analysis' | 'findings' | 'listEvaluations'>;

/** A number that was there when something was asked for, and the same number now. */
export interface EffectLine {
  readonly finding: Pick<Finding, 'number' | 'title'>;
  readonly indicator: Indicator;
  readonly then: DatedNumber;
  /** Null where it cannot be compared: see `obstacle`. */
  readonly now: DatedNumber | null;
  /** Null where one of the two has no interval. */
  readonly change: IndicatorChange | null;
  readonly obstacle: LaterObstacle | null;
  /** One word of the question is not the same. */
  readonly isReworded: boolean;
}

export interface DatedNumber extends ClaimNumber {
  /** Calendar day of the last answer; null where nobody answered. */
  readonly dataCut: string | null;
}

export interface Effect {
  /** Null while there is no later evaluation of the region. */
  readonly next: Pick<Evaluation, 'id' | 'shortTitle' | 'resultState'> | null;
  /** By finding; none where findings of the entry rest on no table. */
  readonly lines: readonly EffectLine[];
}

/** Beyond so many indicators a page says nothing more. */
const MOST_LINES = 12;

/** What the findings behind an entry say now: shown beside what they said, never as a consequence. */
export const readEffect =
  ({ analysis, findings, listEvaluations }: EffectNeeds) =>
  async (entry: RegisterEntry, evaluation: Evaluation, translator: Translator): Promise<Effect> => {
    const next = nextWave(evaluation, await listEvaluations()) ?? null;
    const behind = (await findings.listFindings(evaluation.id)).filter(({ id }) => entry.findings.includes(id));
    const tables = behind.flatMap((finding) =>
      finding.evidence.flatMap((evidence) => (evidence.kind === 'table' ? [{ finding, evidence }] : [])),
    );
    const frozen = await analysis.frozen.readFrozen(
      evaluation.id,
      tables.map(({ evidence }) => evidence.publication),
    );
    const byId = new Map(frozen.map((table) => [table.publication, table]));
    const lines: EffectLine[] = [];
    for (const { finding, evidence } of tables) {
      const table = byId.get(evidence.publication);
      if (table === undefined || table.dataset.kind === 'wave' || lines.length >= MOST_LINES) continue;
      const ask = askIn(analysis, table, next);
      lines.push(...(await linesOf({ finding, evidence, table }, ask, translator)));
    }
    return { next, lines: withoutRepeats(lines) };
  };

type Ask = (variable: string) => Promise<TableLater | null>;

/** Each row variable of a table is asked once. */
const askIn = (
  { frozen }: Pick<CooperationNeeds['analysis'], 'frozen'>,
  table: FrozenTable,
  next: Effect['next'],
): Ask => {
  const asked = new Map<string, Promise<TableLater>>();
  return (variable) => {
    if (next === null) return Promise.resolve(null);
    const known = asked.get(variable) ?? frozen.readLater(table, next.id, [variable]);
    asked.set(variable, known);
    return known;
  };
};

interface Behind {
  readonly finding: Finding;
  readonly evidence: TableEvidence;
  readonly table: FrozenTable;
}

const linesOf = async (
  { finding, evidence, table }: Behind,
  ask: Ask,
  translator: Translator,
): Promise<readonly EffectLine[]> => {
  const lines: EffectLine[] = [];
  for (const indicator of indicatorsOf(table, evidence.focus, translator)) {
    const then = indicatorIn(table, indicator);
    if (then === null) continue;
    const asked = await ask(indicator.focus.variable);
    const now = asked?.later == null ? null : indicatorIn(asked.later, indicator);
    lines.push({
      finding: { number: finding.number, title: finding.title },
      indicator,
      then: { ...then, dataCut: table.dataCut },
      now: now === null ? null : { ...now, dataCut: asked?.later?.dataCut ?? null },
      change: now === null ? null : changeBetween(then, now),
      obstacle: obstacleOf(asked, now),
      isReworded: asked?.isReworded ?? false,
    });
  }
  return lines;
};

const obstacleOf = (asked: TableLater | null, now: ClaimNumber | null): LaterObstacle | null =>
  asked === null || now !== null ? null : (asked.obstacle ?? 'refused');

/** Two findings may rest on one number. */
const withoutRepeats = (lines: readonly EffectLine[]): readonly EffectLine[] => {
  const known = new Set<string>();
  return lines.filter(({ indicator, then }) => {
    const key = JSON.stringify([indicator.focus, then]);
    return known.size < known.add(key).size;
  });
};
