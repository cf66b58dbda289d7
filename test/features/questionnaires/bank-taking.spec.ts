import type { Item, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import {
  looseAmong,
  itemsFrom,
  takeItems,
  takenCodesOf,
  withWhatTheyLookAt,
  type BankEntry,
  type Taking,
} from '../../../src/features/questionnaires/domain/bank';
import { BANK } from '../../../src/features/questionnaires/templates';
import { clients, partners } from './versions';

const entries = (codes: string): readonly BankEntry[] => BANK.filter(({ code }) => codes.split(' ').includes(code));

const taking = (codes: string, clashes: Taking['clashes'] = 'skip', page = 'podsumowanie'): Taking => ({
  entries: entries(codes),
  page: { id: page, title: 'Nowa strona' },
  clashes,
});

const pageOf = ({ pages }: QuestionnaireDefinition, id: string): readonly string[] =>
  (pages.find((page) => page.id === id)?.items ?? []).map(({ code }) => code);

const itemOf = ({ pages }: QuestionnaireDefinition, code: string): Item | undefined =>
  pages.flatMap(({ items }) => items).find((item) => item.code === code);

const rowsOf = (item: Item | undefined): readonly string[] =>
  item?.kind === 'battery' ? item.rows.map(({ code }) => code) : [];

const { definition } = clients;

describe('taking items from the bank', () => {
  test('puts them at the end of the chosen page, with the entry and version they came from', () => {
    const taken = takeItems(definition, taking('Z2 Z6'));
    expect(pageOf(taken.definition, 'podsumowanie')).toEqual(['Z1', 'Z3', 'Z4', 'Z5', 'Z2', 'Z6']);
    expect(itemOf(taken.definition, 'Z6')?.bank).toEqual({ code: 'Z6', version: 1 });
    expect(taken.added).toEqual(['Z2', 'Z6']);
  });

  test('makes a new last page where the page is new', () => {
    const { pages } = takeItems(definition, taking('D1 D2', 'skip', 'strona-9')).definition;
    expect(pages.at(-1)).toMatchObject({
      id: 'strona-9',
      title: 'Nowa strona',
      items: [{ code: 'D1' }, { code: 'D2' }],
    });
  });

  test('lets statements join the battery that the questionnaire has', () => {
    const taken = takeItems(definition, taking('J7 J8'));
    expect(rowsOf(itemOf(taken.definition, 'J'))).toEqual(['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7', 'J8']);
    expect(taken.added).toEqual(['J7', 'J8']);
  });

  test('makes one battery of statements where there is none', () => {
    const taken = takeItems(partners.definition, taking('J1 J6'));
    expect(rowsOf(itemOf(taken.definition, 'J'))).toEqual(['J1', 'J6']);
  });

  test('names the codes that are there already', () => {
    expect(takenCodesOf(definition, entries('K1 J1 J7 D4 O1'))).toEqual(['K1', 'O1', 'J1']);
  });

  test('leaves out what is there when so decided', () => {
    const taken = takeItems(definition, taking('K1 J1 J7'));
    expect(taken.skipped).toEqual(['K1', 'J1']);
    expect(taken.added).toEqual(['J7']);
    expect(takeItems(definition, taking('K1')).definition).toEqual(definition);
  });

  test('numbers what is there when so decided, and conditions follow the numbered items', () => {
    const taken = takeItems(definition, taking('G1 G2', 'number'));
    expect(taken.added).toEqual(['G1_2', 'G2_2']);
    expect(itemOf(taken.definition, 'G2_2')?.shownIf).toBe("${G1_2} = '1'");
    expect(itemOf(taken.definition, 'G1_2')?.shownIf).toContain('${K1}');
    const again = takeItems(taken.definition, taking('G1', 'number'));
    expect(again.added).toEqual(['G1_3']);
  });

  test('numbers a whole battery with its rows', () => {
    const taken = takeItems(definition, taking('E1', 'number'));
    expect(rowsOf(itemOf(taken.definition, 'E1_2'))[0]).toBe('E1a_2');
  });

  test('keeps a condition on what is not asked, and reports it', () => {
    const taken = takeItems(partners.definition, taking('G1 G2'));
    expect(taken.loose).toEqual([{ code: 'G1', missing: ['K1', 'K2'] }]);
    expect(itemOf(taken.definition, 'G1')?.shownIf).toContain('${K2}');
  });

  test('finds in the bank what the conditions look at', () => {
    const completed = withWhatTheyLookAt(entries('G4'), partners.definition, BANK);
    expect(completed.map(({ code }) => code)).toEqual(['K1', 'K2', 'G1', 'G2', 'G3', 'G4']);
    expect(looseAmong(itemsFrom(completed), partners.definition)).toEqual([]);
  });

  test('keeps one name of comparison: the item that had it first', () => {
    const taken = takeItems(definition, taking('R25', 'skip', 'rozwoj'));
    expect(itemOf(taken.definition, 'S1')?.comparisonCode).toBe('spheres');
    expect(itemOf(taken.definition, 'R25')?.comparisonCode).toBeUndefined();
  });

  test('takes a whole module', () => {
    const module = BANK.filter((entry) => entry.module === 'J');
    const taken = takeItems(partners.definition, { ...taking('J1'), entries: module });
    expect(rowsOf(itemOf(taken.definition, 'J'))).toHaveLength(8);
    expect(taken.added).toHaveLength(9);
  });
});
