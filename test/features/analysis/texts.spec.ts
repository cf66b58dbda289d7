import fc from 'fast-check';
import {
  checkQuote,
  foldText,
  hintPersonal,
  labelAnswers,
  markFound,
  soughtWords,
  tellsContact,
  type Author,
} from '../../../src/features/analysis/domain/texts';

const people = (counts: Readonly<Record<string, number>>): readonly Author[] =>
  Object.entries(counts).flatMap(([key, count]) => {
    const [institution = '', clientType = ''] = key.split('/');
    return new Array<Author>(count).fill({ institution, clientType });
  });

const sizesOf = (labels: readonly { institution: string | null; clientType: string | null }[]): readonly number[] => {
  const sizes = new Map<string, number>();
  for (const label of labels) sizes.set(JSON.stringify(label), (sizes.get(JSON.stringify(label)) ?? 0) + 1);
  return [...sizes.values()];
};

describe('Labels of answers set no few people apart', () => {
  test('an institution with four answers is not named, and so is nobody else who would give it away', () => {
    const labels = labelAnswers(people({ 'a/x': 40, 'b/x': 4, 'c/x': 6 }), 5)!;
    expect(new Set(labels.map(({ institution }) => institution))).toEqual(new Set(['a', null]));
    expect(labels.filter(({ institution }) => institution === null)).toHaveLength(10);
  });

  test('a type with two people in one institution is not named there, and is where there are enough', () => {
    const labels = labelAnswers(people({ 'a/x': 20, 'a/y': 2, 'a/z': 7, 'b/y': 9 }), 5)!;
    const named = (institution: string) =>
      new Set(labels.filter((label) => label.institution === institution).map(({ clientType }) => clientType));
    expect(named('a')).toEqual(new Set(['x', null]));
    expect(named('b')).toEqual(new Set(['y']));
  });

  test('fewer than five answers are not shown at all', () => {
    expect(labelAnswers(people({ 'a/x': 4 }), 5)).toBeNull();
  });

  test('whatever the answers, people with the same labels are at least as many as the smallest group', () => {
    const author = fc.record({
      institution: fc.constantFrom('', 'a', 'b', 'c'),
      clientType: fc.constantFrom('', 'x', 'y', 'z', 'v'),
    });
    fc.assert(
      fc.property(fc.array(author, { maxLength: 120 }), fc.integer({ min: 3, max: 10 }), (authors, smallest) => {
        const labels = labelAnswers(authors, smallest);
        if (labels === null) return authors.length < smallest;
        const byInstitution = sizesOf(labels.map(({ institution }) => ({ institution, clientType: null })));
        return [...sizesOf(labels), ...byInstitution].every((size) => size >= smallest);
      }),
    );
  });
});

describe('Search finds words whatever their letters', () => {
  const marked = (text: string, search: string): readonly string[] =>
    markFound(text, soughtWords(search)).flatMap((piece) => (piece.isFound ? [piece.text] : []));

  test.each([
    ['Zażółć gęślą jaźń', 'ZAZOLC', ['Zażółć']],
    ['Łódź i łodzie', 'łod', ['Łód', 'łod']],
    ['Brak dojazdu, dojazd za drogi', 'dojazd', ['dojazd', 'dojazd']],
    ['Doradca czekał', 'czek dorad', ['Dorad', 'czek']],
    ['a&b;c', '&b;', ['&b;']],
    ['Emoji 👩‍🔬 i słowo', 'slowo', ['słowo']],
    ['ﬁrma', 'rma', ['rma']],
    ['nic', '(.*)+', []],
  ])('%s · %s', (text, search, found) => {
    expect(marked(text, search)).toEqual(found);
  });

  test('the pieces put together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 4 }), (text, search) => {
        const pieces = markFound(text, soughtWords(search));
        return pieces.map((piece) => piece.text).join('') === text;
      }),
    );
  });

  test('what is folded as a whole is found letter by letter', () => {
    expect(foldText('ŻÓŁW Świętokrzyski')).toBe('zolw swietokrzyski');
  });
});

describe('Hints point at what may name a person', () => {
  const hinted = (text: string): readonly string[] =>
    hintPersonal(text).flatMap((piece) => (piece.isFound ? [piece.text] : []));

  test.each([
    ['Pomogła nam Anna Nowak z ośrodka.', ['Anna', 'Nowak']],
    ['Katarzyna nie oddzwania.', ['Katarzyna']],
    ['Proszę dzwonić 600 100 200 albo pisać: j.kowal@poczta.pl', ['600 100 200', 'j.kowal@poczta.pl']],
    ['PESEL 85010112345', ['85010112345']],
    ['Szkolenia są dobre. Doradca też.', []],
    ['Szkolenia tylko w Sandomierzu', ['Sandomierzu']],
  ])('%s', (text, words) => {
    for (const word of words) expect(hinted(text).join('|')).toContain(word);
    if (words.length === 0) expect(hinted(text)).toEqual([]);
  });

  test('contacts are told from words', () => {
    expect(tellsContact('tel. 41 362 00 00 lub 600-100-200')).toBe(true);
    expect(tellsContact('Formularz ma 28 stron')).toBe(false);
  });
});

describe('A quote keeps the words of the answer', () => {
  const answer = 'Pani Anna z ośrodka mówiła co innego niż urząd. Czekałam trzy tygodnie.';
  test.each([
    ['Pani [imię] z ośrodka mówiła co innego niż urząd.', null],
    ['[…] Czekałam trzy tygodnie.', null],
    ['czekałam […] tygodnie', null],
    [answer, null],
    ['Pani z ośrodka była świetna', 'foreign-word'],
    ['tygodnie czekałam', 'foreign-word'],
    ['[wszystko zmienione]', 'empty'],
    ['', 'empty'],
  ])('%s', (quote, fault) => {
    expect(checkQuote(quote, answer, tellsContact(quote))?.kind ?? null).toBe(fault);
  });

  test('an address left in it is told', () => {
    const text = 'Proszę pisać na jan@poczta.pl';
    expect(checkQuote(text, text, tellsContact(text))?.kind).toBe('contact');
  });
});
