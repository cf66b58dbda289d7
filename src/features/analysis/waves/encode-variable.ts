import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Category, MeasureLevel, TechnicalUse, Variable, VariableOrigin } from '../domain/variables/variable';

/** A variable as a document: what it means, and its numbers as compressed bytes (little-endian). */
export interface EncodedVariable {
  readonly name: string;
  readonly label: string;
  readonly level: MeasureLevel | TechnicalUse;
  readonly origin: VariableOrigin;
  readonly sensitive: boolean;
  readonly kind: Variable['kind'];
  readonly categories: readonly Category[];
  readonly parts: readonly Uint8Array[];
}

export const encodeVariable = (variable: Variable): EncodedVariable => {
  const { name, label, level, kind, origin = { kind: 'wave' }, sensitive = false } = variable;
  const categories = 'categories' in variable ? variable.categories : [];
  return { name, label, level, origin, sensitive, kind, categories, parts: partsOf(variable).map(compressed) };
};

const partsOf = (variable: Variable): readonly ArrayBufferView[] => {
  switch (variable.kind) {
    case 'category':
      return [variable.places];
    case 'set':
      return [variable.bits, variable.states];
    case 'number':
      return [variable.values, variable.states];
    case 'text':
      return [variable.states];
  }
};

const FASTEST = 1;
const compressed = (part: ArrayBufferView): Uint8Array =>
  deflateRawSync(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), { level: FASTEST });

/** A copy of its own, so that numbers begin where their kind wants them. */
const inflated = (part: Uint8Array | undefined): ArrayBuffer => {
  const bytes = inflateRawSync(part ?? new Uint8Array());
  return new Uint8Array(bytes).buffer;
};

export const decodeVariable = ({ kind, categories, parts, sensitive, ...rest }: EncodedVariable): Variable => {
  const about = { ...rest, ...(sensitive ? { sensitive } : {}) };
  const [first, second] = [inflated(parts[0]), kind === 'set' || kind === 'number' ? inflated(parts[1]) : null];
  switch (kind) {
    case 'category':
      return { ...about, kind, categories, places: new Int16Array(first) };
    case 'set': {
      const states = new Int8Array(second ?? new ArrayBuffer());
      const wordsEach = Math.ceil(categories.length / 32);
      return { ...about, kind, categories, wordsEach, bits: new Uint32Array(first), states };
    }
    case 'number':
      return { ...about, kind, values: new Float64Array(first), states: new Int8Array(second ?? new ArrayBuffer()) };
    case 'text':
      return { ...about, kind, states: new Int8Array(first) };
  }
};

/** Bytes that a variable takes in memory. */
export const sizeOf = (variable: Variable): number =>
  partsOf(variable).reduce((sum, { byteLength }) => sum + byteLength, 0);
