import { setTimeout as sleep } from 'node:timers/promises';
import type { EvaluationId, VersionId } from '../../../platform/ids';
import type { NumberedAnswers } from '../../responses';
import type { CompiledVersion } from '../../questionnaires/domain';
import type { PublishedVersion } from '../../questionnaires';
import { encodeByVersion } from '../domain/columns/evaluation-columns';
import type { QuestionnaireRows } from '../domain/columns/questionnaire-columns';
import { closeHoles, giveUpOldHoles, noteHoles, numbersIn } from './holes';
import { latestOnly } from './latest-only';
import { loadColumns, sealSettledBlocks, type Loaded, type LoadNeeds } from './load-columns';

/** Bytes of columns kept in memory, of all evaluations together; the one not asked for longest leaves first. */
export const COLUMNS_BUDGET_BYTES = 768_000_000;

/** Responses read at once. */
const PAGE = 8_192;
/** How long a passed-over number is waited for before going on without it: it is mostly being written right now. */
const HOLE_AWAITED_MS = 250;
const HOLE_LOOKED_FOR_EVERY_MS = 20;

export interface ColumnsNeeds extends LoadNeeds {
  readonly countVersions: (id: EvaluationId) => Promise<number>;
  readonly budgetBytes?: number;
  /** Of a clock that never goes back. */
  readonly nowMs?: () => number;
  readonly holeAwaitedMs?: number;
}

/** The answers of an evaluation at one moment. */
export interface CurrentColumns {
  /** Another one whenever anything changed. */
  readonly edition: object;
  readonly published: readonly PublishedVersion[];
  readonly versions: ReadonlyMap<VersionId, CompiledVersion>;
  readonly publishedOn: ReadonlyMap<VersionId, string>;
  readonly rows: readonly QuestionnaireRows[];
}

export type ReadColumns = (id: EvaluationId) => Promise<CurrentColumns>;

interface Kept {
  readonly refresh: () => Promise<void>;
  loaded?: Loaded;
  current?: CurrentColumns;
}

/** Answers as columns in memory, brought up to date at every asking: whatever was stored before it is inside. */
export const keepColumns = (needs: ColumnsNeeds): ReadColumns => {
  const kept = new Map<EvaluationId, Kept>();
  const begin = (id: EvaluationId): Kept => {
    const entry: Kept = { refresh: latestOnly(() => refresh(needs, id, entry)) };
    return entry;
  };
  return async (id) => {
    const entry = kept.get(id) ?? begin(id);
    kept.delete(id);
    kept.set(id, entry);
    await entry.refresh();
    makeRoom(kept, id, needs.budgetBytes ?? COLUMNS_BUDGET_BYTES);
    if (entry.current === undefined) throw new Error('Columns were not loaded');
    return entry.current;
  };
};

const makeRoom = (kept: Map<EvaluationId, Kept>, asked: EvaluationId, budgetBytes: number): void => {
  const bytesOf = ({ loaded }: Kept): number => loaded?.columns.bytes ?? 0;
  let bytes = [...kept.values()].reduce((sum, entry) => sum + bytesOf(entry), 0);
  for (const [id, entry] of kept) {
    if (bytes <= budgetBytes) return;
    if (id === asked) continue;
    kept.delete(id);
    bytes -= bytesOf(entry);
  }
};

const monotonicMs = (): number => performance.now();

const refresh = async (needs: ColumnsNeeds, id: EvaluationId, entry: Kept): Promise<void> => {
  const nowMs = (needs.nowMs ?? monotonicMs)();
  const { loaded } = entry;
  if (loaded === undefined || !(await bringUpToDate(needs, loaded, entry, nowMs)))
    show(entry, await loadColumns(needs, id, nowMs));
};

const show = (entry: Kept, loaded: Loaded): void => {
  const { published, versions, publishedOn, columns } = loaded;
  entry.loaded = loaded;
  entry.current = { edition: {}, published, versions, publishedOn, rows: columns.rows() };
};

/**
 * Adds what is new at the end.
 *
 * @returns false when the columns have to be made again: another version was published, a response came under a number that
 *   was passed over, or a break-off that is inside gave way
 */
const bringUpToDate = async (needs: ColumnsNeeds, loaded: Loaded, entry: Kept, nowMs: number): Promise<boolean> => {
  const { evaluationId, holes, columns } = loaded;
  const [first, late, versionCount] = await Promise.all([
    needs.numbered.after(evaluationId, loaded.last, PAGE),
    holes.size === 0 ? [] : needs.numbered.with(evaluationId, [...holes.keys()]),
    needs.countVersions(evaluationId),
  ]);
  if (late.length > 0 || versionCount !== loaded.published.length) return false;
  giveUpOldHoles(holes, nowMs);
  for (let page = first; page.length > 0;) {
    const whole = await withPassedOver(needs, loaded, page, nowMs);
    if (columns.has(whole.flatMap(({ replaces }) => replaces ?? []))) return false;
    columns.append(encodeByVersion(loaded.byCode, whole));
    loaded.last = whole.at(-1)?.sequence ?? loaded.last;
    show(entry, loaded);
    page = page.length < PAGE ? [] : await needs.numbered.after(evaluationId, loaded.last, PAGE);
  }
  await sealSettledBlocks(needs, loaded);
  return true;
};

/** A page with the responses that were just being written when it was read. */
const withPassedOver = async (
  { numbered, holeAwaitedMs = HOLE_AWAITED_MS }: ColumnsNeeds,
  { evaluationId, holes, last }: Loaded,
  page: readonly NumberedAnswers[],
  nowMs: number,
): Promise<readonly NumberedAnswers[]> => {
  const passedOver: typeof holes = new Map();
  const range = { from: last + 1, to: page.at(-1)?.sequence ?? last, seenMs: nowMs };
  noteHoles(passedOver, range, numbersIn(page));
  const late: NumberedAnswers[] = [];
  for (let waitedMs = 0; passedOver.size > 0 && waitedMs < holeAwaitedMs; waitedMs += HOLE_LOOKED_FOR_EVERY_MS) {
    await sleep(HOLE_LOOKED_FOR_EVERY_MS);
    const found = await numbered.with(evaluationId, [...passedOver.keys()]);
    closeHoles(passedOver, numbersIn(found));
    late.push(...found);
  }
  for (const [number, hole] of passedOver) holes.set(number, hole);
  closeHoles(holes, numbersIn(page));
  return late.length === 0 ? page : [...page, ...late].sort((a, b) => a.sequence - b.sequence);
};
