import fc from 'fast-check';
import { plainShare } from '../../../src/features/reports/compose/parts/in-plain-words';
import { numberCaptions } from '../../../src/features/reports/compose/number-captions';
import { tidyBlocks } from '../../../src/features/reports/compose/tidy-blocks';
import { clip } from '../../../src/features/reports/compose/words/clip';
import { inParts } from '../../../src/features/reports/compose/words/shown-columns';
import type { Block } from '../../../src/features/reports/domain';
import { loadTranslators } from '../../../src/platform/i18n';

const { pl } = loadTranslators('locales');

describe('a share as people say it', () => {
  it.each([
    [0.78, 'almost', 8],
    [0.8, 'exactly', 8],
    [0.84, 'over', 8],
    [0.02, 'nobody', 0],
    [0.97, 'everyone', 10],
  ])('%f', (share, kind, tenths) => {
    expect(plainShare(share)).toEqual({ kind, tenths });
  });

  it('is never further than half a tenth from what was counted', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const { kind, tenths } = plainShare(share);
        expect(Math.abs(share - tenths / 10)).toBeLessThanOrEqual(0.05 + 1e-9);
        if (kind === 'almost') expect(share).toBeLessThan(tenths / 10);
        if (kind === 'over') expect(share).toBeGreaterThan(tenths / 10);
      }),
    );
  });
});

describe('a long label', () => {
  it('is cut to so many letters as people count them, and never grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 60 }), (text, most) => {
        const letters = [...new Intl.Segmenter('pl').segment(clip(text, most))];
        expect(letters.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('wide tables', () => {
  it('are told in parts: every column once, the first in each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 2, max: 12 }), (columns, most) => {
        const all = Array.from({ length: columns }, (_, at) => at);
        const parts = inParts(all, most);
        expect(parts.flatMap((part, at) => (at === 0 ? part : part.slice(1)))).toEqual(all);
        for (const part of parts) {
          expect(part[0]).toBe(0);
          expect(part.length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});

const heading = fc.record({
  kind: fc.constant('heading' as const),
  level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  text: fc.constant('x'),
});
const turn = fc.constantFrom<Block>(
  { kind: 'page-break' },
  { kind: 'orientation', orientation: 'landscape' },
  { kind: 'orientation', orientation: 'portrait' },
);
const block = fc.oneof<[fc.Arbitrary<Block>, fc.Arbitrary<Block>, fc.Arbitrary<Block>]>(
  heading,
  turn,
  fc.constant({ kind: 'text', text: 'x' }),
);

describe('blocks where parts meet', () => {
  it('leave out no level of headings, end on no turned page and lose no text', () => {
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const tidied = tidyBlocks(blocks);
        let last = 0;
        for (const one of tidied) {
          if (one.kind !== 'heading') continue;
          expect(one.level).toBeLessThanOrEqual(last + 1);
          last = one.level;
        }
        const kinds = (all: readonly Block[], kind: string) => all.filter((one) => one.kind === kind).length;
        for (const kind of ['text', 'heading']) expect(kinds(tidied, kind)).toBe(kinds(blocks, kind));
        expect(['page-break', 'orientation']).not.toContain(tidied.at(-1)?.kind);
      }),
    );
  });

  it('take a heading along to the page that lies on its side', () => {
    const side: Block = { kind: 'orientation', orientation: 'landscape' };
    const title: Block = { kind: 'heading', level: 1, text: 'Matryca' };
    const text: Block = { kind: 'text', text: 'x' };
    expect(tidyBlocks([text, title, side, text])).toEqual([text, side, title, text]);
  });

  it('are numbered in reading order, also side by side', () => {
    const table: Block = { kind: 'table', caption: 'x', columns: [], rows: [] };
    const numbered = numberCaptions([table, { kind: 'columns', columns: [[table], [table]] }, table], pl);
    expect(JSON.stringify(numbered).match(/Tab\.\u00a0\d/g)).toEqual(['1', '2', '3', '4'].map((n) => `Tab.\u00a0${n}`));
  });
});
