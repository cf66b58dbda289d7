import fc from 'fast-check';
import { chooseFindings, NO_CHOICE, type Finding } from '../../../src/features/findings/domain';
import { focusText } from '../../../src/features/analysis';
import { focusIn, NO_FOCUS } from '../../../src/features/findings/focus-text';
import { readNote } from '../../../src/features/findings/read-note';
import { cleanLine, cleanText, LONGEST, readWords } from '../../../src/features/findings/read-words';

const name = fc.string({ minLength: 1, maxLength: 12 });

/** A table as far as its names go. */
const tableOf = (variable: string, columns: readonly { variable: string; code: string }[]) =>
  ({
    table: { blocks: [{ variable }], columns: [{ variable: null, code: null }, ...columns] },
    wordings: [],
  }) as never;

test('what an address says a finding is about is read back as it was written, whatever signs are in the names', () => {
  fc.assert(
    fc.property(name, name, name, name, fc.array(name, { maxLength: 3 }), (variable, banner, one, other, codes) => {
      fc.pre(one !== other);
      const column = { variable: banner, code: one };
      const against = { variable: banner, code: other };
      const focus = { variable, measure: 'udzial', codes, column, against };
      expect(focusIn(tableOf(variable, [column, against]), { ...NO_FOCUS, focus: focusText(focus) })).toEqual(focus);
    }),
  );
});

test('no text makes the reader of an address throw', () => {
  fc.assert(
    fc.property(fc.string(), (focus) => {
      expect(() => focusIn(tableOf('J5', []), { ...NO_FOCUS, focus })).not.toThrow();
    }),
  );
});

test('what is kept has no control signs, and is the same when it is cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const clean of [cleanLine, cleanText]) {
        expect(clean(clean(text))).toBe(clean(text));
        expect(clean(text)).not.toMatch(/[^\P{Cc}\n\t]/u);
      }
      expect(cleanLine(text)).not.toContain('\n');
    }),
  );
});

test('words without a fault are never longer than their fields', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 6_000 }), (tytul, tresc) => {
      const form = { tytul, tresc, wymiar: [], kryterium: '', wlasne: '', ton: 'neutral', stan: 'draft' } as const;
      const { words, faults } = readWords({ ...form, wymiar: [] });
      if (faults.length > 0) return;
      expect(words.title.length).toBeGreaterThan(0);
      expect(words.title.length).toBeLessThanOrEqual(LONGEST.tytul);
      expect(words.text.length).toBeLessThanOrEqual(LONGEST.tresc);
    }),
  );
});

test.each([
  ['8.11.2026', '2026-11-08'],
  ['2026-11-08', '2026-11-08'],
  ['', null],
])('the day %j of a note is kept as %j', (dzien, day) => {
  const form = { zgloszenie: 'x', metoda: 'fgi', zrodlo: 'Grupa', notatka: 'Treść', dzien } as const;
  expect(readNote(form)).toMatchObject({ note: { day }, faults: [] });
});

test.each(['31.02.2026', 'wczoraj', '2026-13-01', '1.1.26'])('%j is no day', (dzien) => {
  const form = { zgloszenie: 'x', metoda: 'fgi', zrodlo: 'Grupa', notatka: 'Treść', dzien } as const;
  expect(readNote(form).faults).toEqual([{ field: 'dzien', kind: 'no-day' }]);
});

const finding = (change: Partial<Finding>): Finding =>
  ({
    title: '',
    text: '',
    dimensions: [],
    criterion: null,
    tone: 'neutral',
    state: 'draft',
    evidence: [],
    ...change,
  }) as unknown as Finding;

test('findings are found by all words, without accents and capitals, also in their quotes and notes', () => {
  const quoted = finding({
    evidence: [{ kind: 'quote', id: 'a' as never, quote: '', text: 'Brak opiekuna', source: '' }],
  });
  const all = [finding({ title: 'Żółta łódź' }), finding({ text: 'Nic tu nie ma' }), quoted];
  expect(chooseFindings(all, { ...NO_CHOICE, search: 'ZOLTA lodz' })).toEqual([all[0]]);
  expect(chooseFindings(all, { ...NO_CHOICE, search: 'opiekuna' })).toEqual([quoted]);
  expect(chooseFindings(all, { ...NO_CHOICE, criterion: 'own:godność' })).toEqual([]);
  expect(chooseFindings(all, NO_CHOICE)).toEqual(all);
});
