import type { EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import type { OpenDataset } from '../datasets';
import { fieldworkReasons, pairItems } from '../domain/changes';
import type { TableRequest } from '../domain/tables';
import type { FieldworkStore } from '../waves/fieldwork-store';
import { digestOf, usedBy } from './digest';
import type { FrozenTable, GivenTable } from './frozen-table';
import { previewTable, type PreviewNeeds } from './preview-table';

/**
 * Why a table cannot be asked of a later evaluation: a question is not there (`gone`), or has other words or answers
 * (`changed`); answers were collected in another way (`fieldwork`); nothing may be told (`refused`).
 */
export type LaterObstacle = 'gone' | 'changed' | 'fieldwork' | 'refused';

/** A frozen table beside the same request asked of a later evaluation. */
export interface TableLater {
  /** Null where an obstacle stands. */
  readonly later: GivenTable | null;
  readonly obstacle: LaterObstacle | null;
  /** One word of a question is not the same. */
  readonly isReworded: boolean;
}

export interface ReadLaterNeeds extends PreviewNeeds {
  readonly fieldwork: Pick<FieldworkStore, 'read'>;
}

/**
 * Comparability is decided as between waves: by words, answers and the way of collecting them.
 *
 * @param rows row variables of the table that matter; the others are not asked
 */
export const readLater =
  (needs: ReadLaterNeeds) =>
  async (frozen: FrozenTable, later: EvaluationId, rows: readonly string[]): Promise<TableLater> => {
    const sets = await openBoth(needs, frozen, later);
    if (sets === null) return obstructed('gone');
    const request = { ...frozen.request, rows };
    const { obstacle, isReworded } = judgeRequest(sets.earlier, sets.later, request);
    if (obstacle !== null) return obstructed(obstacle);
    const [one, other] = await Promise.all([
      needs.fieldwork.read(frozen.evaluationId, sets.earlier.code),
      needs.fieldwork.read(later, sets.later.code),
    ]);
    if (fieldworkReasons(one, other).length > 0) return obstructed('fieldwork');
    const wanted = { dataset: sets.later.code, request, level: frozen.level };
    const given = await previewTable(needs)(later, wanted).catch(orNothing);
    return given === null ? obstructed('refused') : { later: given, obstacle: null, isReworded };
  };

const obstructed = (obstacle: LaterObstacle): TableLater => ({ later: null, obstacle, isReworded: false });

const orNothing = (error: unknown): null => {
  if (error instanceof Problem) return null;
  throw error;
};

interface Sets {
  readonly earlier: OpenDataset;
  readonly later: OpenDataset;
}

/** The data set of the same code; failing that the one with most questions in common. Null where there is none. */
const openBoth = async (
  { readEvaluation, datasets }: ReadLaterNeeds,
  { evaluationId, dataset, cut }: FrozenTable,
  id: EvaluationId,
): Promise<Sets | null> => {
  if (dataset.kind === 'wave') return null;
  const [before, after] = await Promise.all([readEvaluation(evaluationId), readEvaluation(id)]);
  const earlier = await datasets.open(before, dataset.code, cut);
  if (earlier === undefined) return null;
  const names = (await datasets.list(after)).filter(({ kind }) => kind === 'questionnaire');
  const chosen = names.some(({ code }) => code === dataset.code)
    ? names.filter(({ code }) => code === dataset.code)
    : names;
  let best: Sets | null = null;
  let most = 0;
  for (const { code } of chosen) {
    const later = await datasets.open(after, code);
    const shared = later === undefined ? 0 : pairItems(earlier, later).length;
    if (later !== undefined && shared > most) [best, most] = [{ earlier, later }, shared];
  }
  return best;
};

/** Nobody was asked it: it is the same where its rule is. */
const isMade = ({ set }: OpenDataset, name: string): boolean => MADE.has(set.variables.get(name)?.origin?.kind);

const MADE: ReadonlySet<string | undefined> = new Set(['dimension', 'derived', 'weight']);

const judgeRequest = (
  earlier: OpenDataset,
  later: OpenDataset,
  request: TableRequest,
): Pick<TableLater, 'obstacle' | 'isReworded'> => {
  const used = usedBy(earlier.set, request);
  if (used.some((name) => !earlier.set.variables.has(name) || !later.set.variables.has(name)))
    return { obstacle: 'gone', isReworded: false };
  const pairs = new Map(pairItems(earlier, later).map((pair) => [pair.later.name, pair]));
  const definitions = [earlier, later].map(
    ({ set }) => new Map(digestOf(set, request).variables.map(({ name, definition }) => [name, definition])),
  );
  const isSame = (name: string): boolean => {
    if (name === request.weight) return true;
    const pair = pairs.get(name);
    if (pair === undefined) return isMade(earlier, name) && definitions[0]?.get(name) === definitions[1]?.get(name);
    return pair.earlier.name === name && pair.beside.length === 0 && pair.notice !== 'recoded';
  };
  if (!used.every(isSame)) return { obstacle: 'changed', isReworded: false };
  return { obstacle: null, isReworded: used.some((name) => pairs.get(name)?.notice === 'one-word') };
};
