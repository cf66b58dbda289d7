import fc from 'fast-check';
import type { BlockId, EditorBlock } from '../../../src/features/reports/domain';
import {
  applyEdit,
  chaptersOf,
  fingerprint,
  placeAfter,
  placeBehind,
  stepPlace,
  type Edit,
  type ReportContents,
} from '../../../src/features/reports/domain/edit';

const text = (id: string, words = id): EditorBlock => ({ id: id as BlockId, kind: 'text', text: words });
const heading = (id: string, level: 1 | 2 | 3): EditorBlock => ({
  id: id as BlockId,
  kind: 'heading',
  level,
  text: id,
});
const idsOf = ({ blocks }: ReportContents): string => blocks.map(({ id }) => id).join(' ');
const report = (...blocks: readonly EditorBlock[]): ReportContents => ({ title: 'Raport', blocks });
const abc = report(text('a'), text('b'), text('c'));

describe('edits of a report', () => {
  it('puts a block behind another, and behind the nearest that is left when that one is gone', () => {
    const place = placeAfter(abc.blocks, 'b' as BlockId);
    const add: Edit = { kind: 'add', blocks: [text('x')], place };
    expect(idsOf(applyEdit(abc, add).contents)).toBe('a b x c');
    expect(idsOf(applyEdit(report(text('a'), text('c')), add).contents)).toBe('a x c');
    expect(idsOf(applyEdit(report(text('c')), add).contents)).toBe('x c');
  });

  it('steps up and down, and nowhere at the ends', () => {
    const step = (id: string, direction: 'up' | 'down') => {
      const place = stepPlace(abc.blocks, id as BlockId, direction);
      return place && idsOf(applyEdit(abc, { kind: 'move', ids: [id as BlockId], place }).contents);
    };
    expect(step('b', 'up')).toBe('b a c');
    expect(step('b', 'down')).toBe('a c b');
    expect(step('a', 'up')).toBeUndefined();
    expect(step('c', 'down')).toBeUndefined();
  });

  it('refuses to change or remove what is gone', () => {
    const gone = 'x' as BlockId;
    expect(() => applyEdit(abc, { kind: 'remove', ids: [gone] })).toThrow('block-gone');
    expect(() => applyEdit(abc, { kind: 'change', changes: [{ id: gone, content: { kind: 'page-break' } }] })).toThrow(
      'block-gone',
    );
    expect(() => applyEdit(abc, { kind: 'move', ids: [gone], place: [] })).toThrow('block-gone');
  });

  it('knows two states of a block by their fingerprints, wherever the block stands', () => {
    expect(fingerprint(text('a', 'x'))).toBe(fingerprint(text('b', 'x')));
    expect(fingerprint(text('a', 'x'))).not.toBe(fingerprint(text('a', 'y')));
    expect(fingerprint({ text: 'x', id: 'a' as BlockId, kind: 'text' })).toBe(fingerprint(text('a', 'x')));
  });
});

/** An edit that fits the report as it is, from numbers that fast-check shrinks. */
const editOf = ({ blocks }: ReportContents, kind: number, at: number, count: number, fresh: number): Edit => {
  const some = blocks.slice(at % Math.max(1, blocks.length)).slice(0, 1 + (count % 3));
  const ids = some.map(({ id }) => id);
  const target = blocks[count % Math.max(1, blocks.length)];
  const place = target === undefined ? [] : placeAfter(blocks, target.id).filter((id) => !ids.includes(id));
  switch (kind) {
    case 0:
      return { kind: 'add', blocks: [text(`n${fresh}`)], place };
    case 1:
      return {
        kind: 'change',
        changes: ids.map((id) => ({ id, content: { kind: 'note', text: `zmiana ${fresh}` } })),
      };
    case 2:
      return { kind: 'move', ids, place };
    case 3:
      return { kind: 'remove', ids };
    default:
      return { kind: 'rename', title: `Tytuł ${fresh}` };
  }
};

const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(50), fc.nat(50)), { maxLength: 30 });

describe('any sequence of edits', () => {
  it('loses no block and doubles none', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let contents = abc;
        const expected = new Map(abc.blocks.map((block) => [block.id as string, fingerprint(block)]));
        for (const [index, [kind, at, count]] of sequence.entries()) {
          const edit = editOf(contents, kind, at, count, index);
          contents = applyEdit(contents, edit).contents;
          if (edit.kind === 'add') for (const block of edit.blocks) expected.set(block.id, fingerprint(block));
          if (edit.kind === 'remove') for (const id of edit.ids) expected.delete(id);
          if (edit.kind === 'change')
            for (const { id, content } of edit.changes) expected.set(id, fingerprint(content));
        }
        expect(contents.blocks).toHaveLength(expected.size);
        expect(new Map(contents.blocks.map((block) => [block.id as string, fingerprint(block)]))).toEqual(expected);
      }),
    );
  });

  it('is taken back step by step to where it began', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let contents = abc;
        const inverses: Edit[] = [];
        for (const [index, [kind, at, count]] of sequence.entries()) {
          const { contents: after, inverse } = applyEdit(contents, editOf(contents, kind, at, count, index));
          contents = after;
          inverses.push(inverse);
        }
        for (const inverse of inverses.reverse()) contents = applyEdit(contents, inverse).contents;
        expect(contents).toEqual(abc);
      }),
    );
  });

  it('keeps what came in between when an order or a removal is taken back', () => {
    const moved = applyEdit(abc, { kind: 'move', ids: ['a' as BlockId], place: ['c' as BlockId] });
    const grown = applyEdit(moved.contents, { kind: 'add', blocks: [text('x')], place: ['b' as BlockId] }).contents;
    expect(idsOf(applyEdit(grown, moved.inverse).contents)).toBe('a b x c');
    const removed = applyEdit(abc, { kind: 'remove', ids: ['a', 'b'] as BlockId[] });
    const other = applyEdit(removed.contents, { kind: 'add', blocks: [text('x')], place: ['c' as BlockId] }).contents;
    expect(idsOf(applyEdit(other, removed.inverse).contents)).toBe('a b c x');
  });
});

describe('chapters', () => {
  it('begin with headings of the highest level there is', () => {
    const blocks = [text('o'), heading('A', 1), text('a'), heading('AA', 2), heading('B', 1)];
    expect(chaptersOf(blocks).map(({ title, first, blocks: own }) => [title, first, own.length])).toEqual([
      [null, 1, 1],
      ['A', 2, 3],
      ['B', 5, 1],
    ]);
    expect(chaptersOf([heading('x', 2), heading('y', 3), heading('z', 2)]).map(({ title }) => title)).toEqual([
      'x',
      'z',
    ]);
    expect(chaptersOf([])).toEqual([{ number: 1, title: null, part: null, first: 1, blocks: [] }]);
  });

  it('come in parts where they are long, so that one page fits into one form', () => {
    const many = Array.from({ length: 300 }, (_, index) => text(`b${index}`));
    const long = chaptersOf(many);
    expect(long.every(({ blocks }) => blocks.length <= 25)).toBe(true);
    expect(long.flatMap(({ blocks }) => blocks)).toEqual(many);
    expect(long[1]?.part).toEqual({ number: 2, of: 12 });
    const heavy = chaptersOf(Array.from({ length: 12 }, (_, index) => text(`c${index}`, 'ż'.repeat(10_000))));
    expect(heavy.map(({ blocks }) => blocks.length)).toEqual(Array.from({ length: 12 }, () => 1));
  });

  it('hold every block once, in order', () => {
    const block = fc.oneof(fc.constant(0), fc.constant(1), fc.constant(2), fc.constant(3));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 80 }), (kinds) => {
        const blocks = kinds.map((kind, index) => (kind === 0 ? text(`t${index}`) : heading(`h${index}`, kind)));
        expect(chaptersOf(blocks).flatMap((chapter) => chapter.blocks)).toEqual(blocks);
      }),
    );
  });

  it('leave a place that can be named even before the first block', () => {
    expect(placeBehind(abc.blocks, 'a' as BlockId)).toEqual([]);
    expect(placeBehind(abc.blocks, 'c' as BlockId)).toEqual(['b', 'a']);
  });
});
