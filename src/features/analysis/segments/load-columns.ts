import { dayOf } from '../../../platform/clock';
import type { EvaluationId, VersionId } from '../../../platform/ids';
import { compileVersion, type CompiledVersion } from '../../questionnaires/domain';
import type { PublishedVersion } from '../../questionnaires';
import type { NumberedAnswers } from '../../responses';
import {
  createEvaluationColumns,
  encodeByVersion,
  holdsAny,
  type ChunkByVersion,
  type EvaluationColumns,
} from '../domain/columns/evaluation-columns';
import { versionsOf } from '../domain/dataset';
import type { VersionsByCode } from '../domain/versions';
import { decodeSegment, encodeSegment } from './encode-segment';
import { closeHoles, noteHoles, type Holes } from './holes';
import type { SegmentEntry, SegmentStore } from './store';

/** Numbers of one sealed block: after a restart, fewer than these are read one by one. */
const BLOCK = 4_096;

export interface NumberedReader {
  readonly after: (id: EvaluationId, after: number, most: number) => Promise<readonly NumberedAnswers[]>;
  readonly between: (id: EvaluationId, from: number, to: number) => Promise<readonly NumberedAnswers[]>;
  readonly with: (id: EvaluationId, numbers: readonly number[]) => Promise<readonly NumberedAnswers[]>;
  readonly last: (id: EvaluationId) => Promise<number>;
}

export interface LoadNeeds {
  readonly numbered: NumberedReader;
  readonly listVersions: (id: EvaluationId) => Promise<readonly PublishedVersion[]>;
  readonly segments: Pick<SegmentStore, 'put' | 'find' | 'entriesOf'>;
  readonly block?: number;
}

/** Everything that is kept of one evaluation. */
export interface Loaded {
  readonly evaluationId: EvaluationId;
  readonly published: readonly PublishedVersion[];
  readonly versions: ReadonlyMap<VersionId, CompiledVersion>;
  readonly publishedOn: ReadonlyMap<VersionId, string>;
  readonly byCode: VersionsByCode;
  readonly columns: EvaluationColumns;
  readonly holes: Holes;
  readonly sealed: Set<number>;
  /** Highest number inside. */
  last: number;
}

/** Sealed blocks as they are, the rest from the responses. A segment that cannot be used is made again. */
export const loadColumns = async (needs: LoadNeeds, evaluationId: EvaluationId, nowMs: number): Promise<Loaded> => {
  const published = await needs.listVersions(evaluationId);
  const versions = new Map(published.map(({ id, definition }) => [id, compileVersion(definition)]));
  const publishedOn = new Map(published.map(({ id, publishedAt }) => [id, dayOf(publishedAt)]));
  const byCode = versionsOf({ versions, publishedOn });
  const columns = createEvaluationColumns(byCode);
  const loaded: Loaded = {
    ...{ evaluationId, published, versions, publishedOn, byCode, columns },
    ...{ holes: new Map(), sealed: new Set(), last: 0 },
  };
  const last = await needs.numbered.last(evaluationId);
  const entries = new Map((await needs.segments.entriesOf(evaluationId)).map((entry) => [entry.block, entry]));
  const blocks = Array.from({ length: Math.ceil(last / (needs.block ?? BLOCK)) }, (_, block) => block);
  const unsealed = new Map<number, ChunkByVersion>();
  for (const block of blocks)
    if (!entries.has(block)) unsealed.set(block, await readNewBlock(needs, loaded, block, { last, nowMs }));
  const gone = replacedIn(entries.values(), unsealed.values());
  closeHoles(loaded.holes, gone);
  expectRows(columns, entries.values(), unsealed.values());
  loaded.last = last;
  for (const block of blocks) {
    const chunks = unsealed.get(block);
    columns.append(chunks ?? (await openBlock(needs, loaded, block, gone)));
    if (chunks !== undefined && isSettled(needs, loaded, block)) await sealBlock(needs, loaded, block, chunks);
  }
  return loaded;
};

const replacedIn = (entries: Iterable<SegmentEntry>, chunks: Iterable<ChunkByVersion>): ReadonlySet<number> =>
  new Set([
    ...[...entries].flatMap(({ replaced }) => replaced),
    ...[...chunks].flatMap((some) => [...some.values()].flatMap(({ replaced }) => replaced)),
  ]);

/** Room for everything at once, so that nothing is copied twice. */
const expectRows = (
  columns: EvaluationColumns,
  entries: Iterable<SegmentEntry>,
  chunks: Iterable<ChunkByVersion>,
): void => {
  const rows = new Map<VersionId, number>();
  const add = (id: VersionId, n: number): unknown => rows.set(id, (rows.get(id) ?? 0) + n);
  for (const { versions } of entries) for (const { id, n } of versions) add(id, n);
  for (const some of chunks) for (const [id, { n }] of some) add(id, n);
  columns.expect(rows);
};

const rangeOf = ({ block: size = BLOCK }: Pick<LoadNeeds, 'block'>, block: number) => ({
  from: block * size + 1,
  to: (block + 1) * size,
});

const readBlock = async (needs: LoadNeeds, { evaluationId, byCode }: Loaded, block: number, last: number) => {
  const { from, to } = rangeOf(needs, block);
  const found = await needs.numbered.between(evaluationId, from, Math.min(to, last));
  return { found, chunks: encodeByVersion(byCode, found) };
};

/** From the responses, noting the numbers that are missing. */
const readNewBlock = async (
  needs: LoadNeeds,
  loaded: Loaded,
  block: number,
  { last, nowMs }: { readonly last: number; readonly nowMs: number },
): Promise<ChunkByVersion> => {
  const { from, to } = rangeOf(needs, block);
  const { found, chunks } = await readBlock(needs, loaded, block, last);
  const range = { from, to: Math.min(to, last), seenMs: nowMs };
  noteHoles(
    loaded.holes,
    range,
    found.map(({ sequence }) => sequence),
  );
  return chunks;
};

/** From its segment, unless that cannot be used or holds a break-off that gave way since. */
const openBlock = async (
  needs: LoadNeeds,
  loaded: Loaded,
  block: number,
  gone: ReadonlySet<number>,
): Promise<ChunkByVersion> => {
  const segment = await needs.segments.find(loaded.evaluationId, block);
  const chunks = segment === undefined ? null : await decodeSegment(segment, loaded.versions);
  if (chunks !== null && !holdsAny(chunks, gone)) {
    loaded.sealed.add(block);
    return chunks;
  }
  const again = await readBlock(needs, loaded, block, rangeOf(needs, block).to);
  await sealBlock(needs, loaded, block, again.chunks);
  return again.chunks;
};

/** Every number of the block is there or given up. */
const isSettled = (needs: LoadNeeds, { holes, last }: Loaded, block: number): boolean => {
  const { from, to } = rangeOf(needs, block);
  return to <= last && ![...holes.keys()].some((number) => number >= from && number <= to);
};

/** A block that cannot be stored now is sealed another time: reading goes on. */
const sealBlock = async (
  { segments }: LoadNeeds,
  { evaluationId, versions, sealed }: Loaded,
  block: number,
  chunks: ChunkByVersion,
): Promise<void> => {
  const isStored = await segments.put(evaluationId, await encodeSegment(block, chunks, versions)).then(
    () => true,
    () => false,
  );
  if (isStored) sealed.add(block);
};

/** Seals what has become whole since the last time. */
export const sealSettledBlocks = async (needs: LoadNeeds, loaded: Loaded): Promise<void> => {
  for (let block = 0; rangeOf(needs, block).to <= loaded.last; block += 1) {
    if (loaded.sealed.has(block) || !isSettled(needs, loaded, block)) continue;
    const { chunks } = await readBlock(needs, loaded, block, loaded.last);
    await sealBlock(needs, loaded, block, chunks);
  }
};
