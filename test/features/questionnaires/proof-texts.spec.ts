import { abbreviationsIn, expands } from '../../../src/features/questionnaires/domain/proof/text/abbreviations';
import { negationsIn } from '../../../src/features/questionnaires/domain/proof/text/negations';
import { readabilityOf } from '../../../src/features/questionnaires/domain/proof/text/readability';
import { twoThingsIn } from '../../../src/features/questionnaires/domain/proof/text/two-things';
import { syllablesOf, wordsOf } from '../../../src/features/questionnaires/domain/proof/text/words';

describe('two things in one statement', () => {
  test.each([
    ['OWES jasno informuje o warunkach, obowiązkach i ryzyku związanym ze wsparciem', 'obowiązkach i ryzyku'],
    ['Dokumentacja wymagana przez OWES jest uzasadniona i prosta', 'uzasadniona i prosta'],
    ['Nadal korzystamy z wiedzy i rozwiązań uzyskanych dzięki OWES', 'wiedzy i rozwiązań'],
    ['Miejsce i godziny były dogodne', 'Miejsce i godziny'],
    ['Dane i raporty ROPS są aktualne i przydatne w naszej pracy', 'Dane i raporty'],
    ['Doradca był miły oraz kompetentny', 'miły oraz kompetentny'],
    ['Doradca szybko odpowiadał, a także dzwonił', 'odpowiadał, oraz dzwonił'],
    ['Szkolenia lub spotkania były ciekawe', 'Szkolenia lub spotkania'],
  ])('%s', (statement, words) => {
    expect(twoThingsIn(statement)).toBe(words);
  });

  test.each([
    'Pracownicy ośrodka mają wiedzę potrzebną do rozwiązania naszych problemów',
    'Oferta OWES i oferta urzędu pracy uzupełniają się',
    'Podział zadań między OWES a ROPS jest jasny',
    'Współpraca OWES i ROPS jest dobra',
    'Informacje dla ROPS i OWES są jasne',
    'Po założeniu podmiotu lub otrzymaniu dotacji nadal możemy liczyć na pomoc ośrodka',
    'Wsparcie wynikało z naszych potrzeb, a nie ze wskaźników projektu',
    'Konkurs „Zdrowo i lokalnie” był potrzebny',
    'Szkolenia (stacjonarne i zdalne) były potrzebne',
    'Korzystamy ze szkoleń i innych form wsparcia',
    'Formularz pyta tylko o imię i nazwisko',
    'Plany na lata 2025 i 2026 są znane',
    'Ośrodek dotrzymuje ustalonych terminów',
  ])('one thing: %s', (statement) => {
    expect(twoThingsIn(statement)).toBeNull();
  });
});

describe('negations', () => {
  test.each([
    ['Bez wsparcia OWES nie osiągnęlibyśmy tych rezultatów', 2],
    ['Nie jest prawdą, że doradca nie oddzwonił', 2],
    ['Nikt nie pomógł nam wypełnić wniosku', 1],
    ['Nigdy nie czekamy na odpowiedź', 1],
    ['Ośrodek nie dotrzymuje terminów', 1],
    ['Wsparcie wynikało z naszych potrzeb, a nie ze wskaźników projektu', 0],
    ['Ośrodek pomaga nie tylko na początku', 0],
    ['Była niewielka poprawa', 0],
    ['Instytucje dobrze przekazują sobie informacje', 0],
  ])('%s', (sentence, turns) => {
    expect(negationsIn(sentence).turns).toBe(turns);
  });

  test('the words are named', () => {
    expect(negationsIn('Bez wsparcia nie byłoby nas').words).toEqual(['Bez', 'nie']);
  });
});

describe('abbreviations', () => {
  test('are found without their endings; what everyone knows is left out', () => {
    expect(abbreviationsIn('OWES-u, PES i ROPS płacą VAT od części II, NIE więcej')).toEqual(['OWES', 'PES', 'ROPS']);
  });

  test.each([
    ['Ośrodek Wsparcia Ekonomii Społecznej (OWES)', true],
    ['PES to podmiot ekonomii społecznej', true],
    ['PES (podmiot ekonomii społecznej)', true],
    ['Zakład aktywności zawodowej, w\u00a0skrócie PES', true],
    ['Klienci PES', false],
    ['(PES)', false],
  ])('%s', (text, is) => {
    expect(expands(text, text.includes('OWES') ? 'OWES' : 'PES')).toBe(is);
  });
});

describe('readability', () => {
  test.each([
    ['nie', 1],
    ['ekonomia', 4],
    ['społecznej', 3],
    ['nauka', 3],
    ['autor', 2],
    ['przedsiębiorstwach', 4],
    ['niedziela', 3],
    ['OWES', 1],
    ['24', 1],
  ])('%s has %i', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });

  test('words have letters or digits', () => {
    expect(wordsOf('Ile to jest – 12 osób/miejsc?')).toEqual(['Ile', 'to', 'jest', '12', 'osób', 'miejsc']);
  });

  test('ten-word sentences of short words come to 4, the sentence length times 0.4', () => {
    expect(readabilityOf(Array.from({ length: 10 }, () => 'To jest dom i to jest dom i to dom.'))).toEqual({
      index: 4,
      wordsPerSentence: 10,
      longWords: 0,
    });
  });

  test('with each tenth word long it is 4 more', () => {
    expect(readabilityOf(Array.from({ length: 10 }, () => 'To jest dom i to jest dom i to ekonomia.'))?.index).toBe(8);
  });

  test('a short text has no index', () => {
    expect(readabilityOf(['To jest dom.'])).toBeNull();
  });
});
