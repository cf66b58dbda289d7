import type { CompiledVersion } from '../../questionnaires/domain';
import { layoutOf, optionsIn, type FieldLayout } from '../domain/columns/field-layout';
import { wordsFor, type Chunk, type FieldRows, type ProfileRows } from '../domain/columns/field-rows';
import type { Cells } from '../domain/columns/track';

/** The fields that are kept as columns, in the order of the questionnaire. */
export const layoutsOf = ({ fields }: CompiledVersion): readonly (readonly [code: string, layout: FieldLayout])[] =>
  fields.flatMap((field) => {
    const layout = layoutOf(field);
    return layout === null ? [] : [[field.code, layout] as const];
  });

/** All numbers of a chunk in one fixed order. */
export const joinParts = (chunk: Chunk, version: CompiledVersion): Buffer => {
  const { numbers, days, complete, institution, subregion, clientType } = chunk;
  const profile = [numbers, days, complete, institution.places, subregion.places, clientType.places];
  const fields = layoutsOf(version).flatMap(([code]) => cellsOf(chunk.fields.get(code)));
  return Buffer.concat(
    [...profile, ...fields].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  );
};

const cellsOf = (rows: FieldRows | undefined): readonly Cells[] => {
  switch (rows?.kind) {
    case undefined:
      return [];
    case 'coded':
      return [rows.places];
    case 'multiple':
      return [rows.bits, rows.states];
    case 'ranking':
      return [rows.bits, rows.states, ...rows.places];
    case 'number':
      return [rows.values, rows.states];
  }
};

type PartsOfChunk = Pick<ProfileRows, 'numbers' | 'days' | 'complete'> &
  Pick<Chunk, 'fields'> & { readonly places: readonly [Int16Array, Int16Array, Int16Array] };

/** The same numbers again; null when there are not as many as there should be. */
export const splitParts = (bytes: Uint8Array, n: number, version: CompiledVersion): PartsOfChunk | null => {
  const reader = readerOf(bytes);
  const { take } = reader;
  const profile = { numbers: take(Uint32Array, n), days: take(Uint16Array, n), complete: take(Uint8Array, n) };
  const places = [take(Int16Array, n), take(Int16Array, n), take(Int16Array, n)] as const;
  const fields = new Map(layoutsOf(version).map(([code, layout]) => [code, readField(layout, n, take)]));
  return reader.isAtEnd() ? { ...profile, places, fields } : null;
};

interface CellsKind<C extends Cells> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): C;
}

type Take = <C extends Cells>(kind: CellsKind<C>, length: number) => C;

/** What is read beyond the end is nothing, and then the end was not met. */
const readerOf = (bytes: Uint8Array) => {
  let at = 0;
  const take: Take = (kind, length) => {
    const cells = new kind(length);
    const size = length * kind.BYTES_PER_ELEMENT;
    if (at + size <= bytes.length) new Uint8Array(cells.buffer).set(bytes.subarray(at, at + size));
    at += size;
    return cells;
  };
  return { take, isAtEnd: () => at === bytes.length };
};

const readField = (layout: FieldLayout, n: number, take: Take): FieldRows => {
  switch (layout.kind) {
    case 'coded':
      return { kind: 'coded', places: take(Int16Array, n) };
    case 'multiple':
      return { kind: 'multiple', ...readMarks(layout, n, take) };
    case 'ranking':
      return {
        kind: 'ranking',
        ...readMarks(layout, n, take),
        places: layout.options.map(() => take(Uint8Array, n)),
      };
    case 'number':
      return { kind: 'number', values: take(Float64Array, n), states: take(Int8Array, n) };
  }
};

const readMarks = (layout: FieldLayout, n: number, take: Take) => {
  const wordsEach = wordsFor(optionsIn(layout).length);
  return { wordsEach, bits: take(Uint32Array, n * wordsEach), states: take(Int8Array, n) };
};
