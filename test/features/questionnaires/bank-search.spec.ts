import { itemsFrom, measureItems, searchBank, type BankQuery } from '../../../src/features/questionnaires/domain/bank';
import { BANK } from '../../../src/features/questionnaires/templates';

const found = (query: BankQuery): readonly string[] => searchBank(BANK, query).map(({ code }) => code);

describe('searching the bank', () => {
  test('a code finds itself, whatever the size of its letters', () => {
    expect(found({ words: 'J1' })).toEqual(['J1']);
    expect(found({ words: 'j4' })).toEqual(['J4']);
    expect(found({ words: 'p1' })).toEqual(['P1', 'P10']);
  });

  test('a word is found in any of its forms, with or without Polish letters', () => {
    for (const words of ['dotacja', 'dotacji', 'dotację']) expect(found({ words })).toContain('G1');
    for (const words of ['ryzyko', 'ryzykiem', 'RYZYKU']) expect(found({ words })).toContain('J4');
    for (const words of ['spółdzielnia', 'spoldzielni']) expect(found({ words })).toContain('P1');
    expect(found({ words: 'łódź' })).toEqual([]);
  });

  test('all words must be there, in any order', () => {
    expect(found({ words: 'pracownicy wiedza' })).toEqual(['J1']);
    expect(found({ words: 'wiedzę pracowników' })).toEqual(['J1']);
    expect(found({ words: 'wiedza żyrafa' })).toEqual([]);
  });

  test('who seeks OWES finds what is asked about the "ośrodek"', () => {
    expect(found({ words: 'OWES', module: 'J' })).toEqual('J1 J2 J3 J4 J5 J6 J7 J8'.split(' '));
  });

  test('the choices of an item are searched, too', () => {
    expect(found({ words: 'termomodernizacja' })).toEqual(['P10', 'S1', 'R25', 'EK1', 'EK2', 'EK3', 'EK4']);
  });

  test('criterion, scale, audience and module narrow together', () => {
    expect(found({ module: 'J', criterion: 'trafnosc' })).toEqual(['J6']);
    expect(found({ form: 'RANK5' })).toEqual(['B2', 'S1', 'R25']);
    expect(found({ form: 'NPS11', audience: 'rops' })).toEqual(['R30']);
    expect(found({ audience: 'jst', form: 'SAT5' })).toEqual(['R22']);
  });
});

test('four statements of a battery are four rows and about 40 seconds (9 each, our assumption)', () => {
  const entries = BANK.filter(({ code }) => ['J1', 'J2', 'J6', 'J7'].includes(code));
  expect(itemsFrom(entries).map(({ code }) => code)).toEqual(['J']);
  expect(measureItems(itemsFrom(entries))).toEqual({ rows: 4, seconds: 36 });
});
