import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';
import type { CompiledVersion } from '../../questionnaires/domain';
import type { VersionId } from '../../../platform/ids';
import type { ChunkByVersion } from '../domain/columns/evaluation-columns';
import type { Chunk } from '../domain/columns/field-rows';
import { joinParts, layoutsOf, splitParts } from './chunk-parts';

/** Goes up whenever the same answers would be written otherwise: segments of another form are made again. */
const FORMAT = 1;

/** Rows of one version in a segment. */
export interface SealedRows {
  readonly id: VersionId;
  readonly n: number;
  /** Of the fields and options that give the numbers their meaning. */
  readonly layout: string;
  readonly named: Readonly<Record<'institution' | 'subregion' | 'clientType', readonly string[]>>;
  /** In the order of the fields. */
  readonly answered: readonly number[];
  /** All numbers, little-endian, compressed. */
  readonly bytes: Uint8Array;
}

/** A block of numbered responses as columns, ready to be stored. The same responses give the same segment. */
export interface Segment {
  readonly format: number;
  readonly block: number;
  readonly replaced: readonly number[];
  readonly versions: readonly SealedRows[];
  /** Of everything else. */
  readonly digest: string;
}

export type VersionsById = ReadonlyMap<VersionId, CompiledVersion>;

const deflate = promisify<Uint8Array, object, Buffer>(deflateRaw);
const inflate = promisify<Uint8Array, Buffer>(inflateRaw);

export const encodeSegment = async (
  block: number,
  chunks: ChunkByVersion,
  versions: VersionsById,
): Promise<Segment> => {
  const sealed: SealedRows[] = [];
  for (const [id, chunk] of [...chunks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const compiled = versions.get(id);
    if (compiled !== undefined) sealed.push(await sealRows(id, chunk, compiled));
  }
  const replaced = [...chunks.values()].flatMap((chunk) => chunk.replaced).sort((a, b) => a - b);
  const segment = { format: FORMAT, block, replaced, versions: sealed };
  return { ...segment, digest: digestOf(segment) };
};

const sealRows = async (id: VersionId, chunk: Chunk, compiled: CompiledVersion): Promise<SealedRows> => {
  const { n, institution, subregion, clientType } = chunk;
  return {
    id,
    n,
    layout: layoutHash(compiled),
    named: { institution: institution.codes, subregion: subregion.codes, clientType: clientType.codes },
    answered: compiled.fields.map(({ code }) => chunk.answered.get(code) ?? 0),
    bytes: await deflate(joinParts(chunk, compiled), { level: constants.Z_BEST_SPEED }),
  };
};

/** Null when anything about it is not as it should be: then it is made again from the responses. */
export const decodeSegment = async (segment: Segment, versions: VersionsById): Promise<ChunkByVersion | null> => {
  if (segment.format !== FORMAT || digestOf(segment) !== segment.digest) return null;
  const chunks = new Map<VersionId, Chunk>();
  for (const [at, rows] of segment.versions.entries()) {
    const compiled = versions.get(rows.id);
    if (compiled === undefined || layoutHash(compiled) !== rows.layout) return null;
    const bytes = await inflate(rows.bytes).catch(() => null);
    const chunk = bytes && openRows(rows, bytes, compiled);
    if (!chunk) return null;
    // Which rows took the place of which is kept for the whole segment.
    chunks.set(rows.id, at === 0 ? { ...chunk, replaced: segment.replaced } : chunk);
  }
  return chunks;
};

const openRows = ({ n, named, answered }: SealedRows, bytes: Uint8Array, compiled: CompiledVersion): Chunk | null => {
  const parts = splitParts(bytes, n, compiled);
  if (parts === null) return null;
  const { places, ...rest } = parts;
  return {
    ...rest,
    n,
    institution: { codes: named.institution, places: places[0] },
    subregion: { codes: named.subregion, places: places[1] },
    clientType: { codes: named.clientType, places: places[2] },
    answered: new Map(compiled.fields.map(({ code }, at) => [code, answered[at] ?? 0])),
    replaced: [],
  };
};

const layoutHash = (compiled: CompiledVersion): string => {
  const layouts = layoutsOf(compiled).map(([code, layout]) => [
    code,
    layout.kind,
    'options' in layout ? layout.options.map((option) => [option.code, option.missing ?? null]) : null,
  ]);
  const all = compiled.fields.map(({ code }) => code);
  return createHash('sha256')
    .update(JSON.stringify([all, layouts]))
    .digest('hex');
};

const digestOf = ({ format, block, replaced, versions }: Omit<Segment, 'digest'>): string => {
  const hash = createHash('sha256').update(JSON.stringify([format, block, replaced]));
  for (const { id, n, layout, named, answered, bytes } of versions) {
    const { institution, subregion, clientType } = named;
    hash.update(JSON.stringify([id, n, layout, institution, subregion, clientType, answered])).update(bytes);
  }
  return hash.digest('hex');
};
