import { NOT_ASKED } from '../variables/variable';
import { mapOptions, optionsIn, type FieldLayout } from './field-layout';
import { wordsFor, type FieldRows } from './field-rows';
import { copyRows, firstOf, track, type Track } from './track';

/** Rows of a chunk that go to the end of the columns. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where the first of them is put. */
  readonly at: number;
}

/** One field of a questionnaire over all its versions, growing. */
export interface FieldWriter {
  readonly tracks: readonly Track[];
  /** @param map places of the options of these rows, see `mapOptions` */
  append(rows: FieldRows, map: Int16Array | null, stretch: Stretch): void;
  /** The version does not ask, or asks something else. */
  appendNotAsked(stretch: Stretch): void;
  /** The first rows, sharing memory. */
  rows(n: number): FieldRows;
}

export const fieldWriter = (layout: FieldLayout): FieldWriter => {
  switch (layout.kind) {
    case 'coded':
      return codedWriter();
    case 'multiple':
      return multipleWriter(layout.options.length);
    case 'ranking':
      return rankingWriter(layout.options.length);
    case 'number':
      return numberWriter();
  }
};

/** @throws Error when a version that may flow together has another kind of answer */
const expecting = <Kind extends FieldRows['kind']>(rows: FieldRows, kind: Kind) => {
  if (rows.kind !== kind) throw new Error(`Expected ${kind} answers, found ${rows.kind}`);
  return rows as Extract<FieldRows, { readonly kind: Kind }>;
};

const codedWriter = (): FieldWriter => {
  const places = track(new Int16Array());
  return {
    tracks: [places],
    append: (rows, map, stretch) => {
      const source = expecting(rows, 'coded').places;
      if (map === null) {
        copyRows(places, source, stretch);
        return;
      }
      for (let row = stretch.from, at = stretch.at; row < stretch.to; row += 1, at += 1) {
        const place = source[row] ?? NOT_ASKED;
        places.cells[at] = place < 0 ? place : (map[place] ?? place);
      }
    },
    appendNotAsked: ({ from, to, at }) => places.cells.fill(NOT_ASKED, at, at + to - from),
    rows: (n) => ({ kind: 'coded', places: firstOf(places, n) }),
  };
};

const multipleWriter = (options: number): FieldWriter => {
  const { tracks, append, appendNotAsked, marks } = marksWriter(options);
  return {
    tracks,
    append: (rows, map, stretch) => {
      append(expecting(rows, 'multiple'), map, stretch);
    },
    appendNotAsked,
    rows: (n) => ({ kind: 'multiple', ...marks(n) }),
  };
};

type Marks = Omit<Extract<FieldRows, { kind: 'multiple' }>, 'kind'>;

const marksWriter = (options: number) => {
  const wordsEach = wordsFor(options);
  const bits = track(new Uint32Array(), wordsEach);
  const states = track(new Int8Array());
  const append = (rows: Marks, map: Int16Array | null, stretch: Stretch): void => {
    copyRows(states, rows.states, stretch);
    if (map === null && rows.wordsEach === wordsEach) {
      copyRows(bits, rows.bits, stretch);
      return;
    }
    for (let row = stretch.from, at = stretch.at; row < stretch.to; row += 1, at += 1)
      moveBits(rows, row, map, (place) => {
        const word = at * wordsEach + (place >>> 5);
        bits.cells[word] = (bits.cells[word] ?? 0) | (1 << (place & 31));
      });
  };
  return {
    tracks: [bits, states],
    append,
    appendNotAsked: ({ from, to, at }: Stretch) => states.cells.fill(NOT_ASKED, at, at + to - from),
    marks: (n: number): Marks => ({ wordsEach, bits: firstOf(bits, n), states: firstOf(states, n) }),
  };
};

const moveBits = (
  { bits, wordsEach }: Marks,
  row: number,
  map: Int16Array | null,
  mark: (place: number) => void,
): void => {
  for (let option = 0; option < wordsEach * 32; option += 1) {
    if (((bits[row * wordsEach + (option >>> 5)] ?? 0) & (1 << (option & 31))) === 0) continue;
    const place = map?.[option] ?? option;
    if (place >= 0) mark(place);
  }
};

const rankingWriter = (options: number): FieldWriter => {
  const { tracks, append, appendNotAsked, marks } = marksWriter(options);
  const places = Array.from({ length: options }, () => track(new Uint8Array()));
  return {
    tracks: [...tracks, ...places],
    append: (rows, map, stretch) => {
      const source = expecting(rows, 'ranking');
      append(source, map, stretch);
      source.places.forEach((given, option) => {
        const target = places[map?.[option] ?? option];
        if (target !== undefined) copyRows(target, given, stretch);
      });
    },
    appendNotAsked,
    rows: (n) => ({ kind: 'ranking', ...marks(n), places: places.map((each) => firstOf(each, n)) }),
  };
};

const numberWriter = (): FieldWriter => {
  const values = track(new Float64Array());
  const states = track(new Int8Array());
  return {
    tracks: [values, states],
    append: (rows, _map, stretch) => {
      const source = expecting(rows, 'number');
      copyRows(values, source.values, stretch);
      copyRows(states, source.states, stretch);
    },
    appendNotAsked: ({ from, to, at }) => {
      values.cells.fill(NaN, at, at + to - from);
      states.cells.fill(NOT_ASKED, at, at + to - from);
    },
    rows: (n) => ({ kind: 'number', values: firstOf(values, n), states: firstOf(states, n) }),
  };
};

/** How options of one layout become those of another. */
export const mappingBetween = (from: FieldLayout, to: FieldLayout): Int16Array | null =>
  mapOptions(optionsIn(from), optionsIn(to));
