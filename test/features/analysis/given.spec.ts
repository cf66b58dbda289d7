import { join } from 'node:path';
import { loadTranslators } from '../../../src/platform/i18n';
import { presentGiven } from '../../../src/features/analysis/given';
import { givenOf, table28, TABLE_28 } from './given-tables';

const { pl } = loadTranslators(join(__dirname, '../../../locales'));

describe('a battery as the sector prints it', () => {
  const [figure] = presentGiven(givenOf(table28(), { rows: TABLE_28.map(({ name }) => name) }), pl);
  const rowOf = (label: string) => figure!.table.rows.find((row) => row.label === label)!.cells.map(({ text }) => text);

  it('has the percentages, sums and means of Table 28', () => {
    expect(figure!.table.head.map(({ text }) => text).slice(1)).toEqual([
      'Samorząd promuje PES',
      'Samorząd aktywnie wspiera',
      'Wzajemnie się informujemy',
      'Wspólne przedsięwzięcia',
    ]);
    expect(rowOf('Zdecydowanie się zgadzam')).toEqual(['18%', '23%', '29%', '25%']);
    expect(rowOf('Raczej się zgadzam')).toEqual(['38%', '30%', '27%', '26%']);
    expect(rowOf('Trudno powiedzieć')).toEqual(['8%', '8%', '5%', '6%']);
    expect(rowOf('Dwie najwyższe')).toEqual(['56%', '52%', '56%', '51%']);
    expect(rowOf('Dwie najniższe')).toEqual(['14%', '17%', '23%', '25%']);
    expect(rowOf('Średnia')).toEqual(['3,56', '3,55', '3,49', '3,38']);
    expect(rowOf('n')).toEqual(['200', '200', '200', '200']);
  });

  it('says the range in its title and in words for those who do not see it, ties included', () => {
    expect(figure!.title).toBe(
      'Zgoda ze stwierdzeniami: najwięcej 56% („samorząd promuje PES” i\u00a0„wzajemnie się informujemy”), najmniej 51% („wspólne przedsięwzięcia”)',
    );
    expect(figure!.alt).toBe(
      'Wykres słupkowy: 4 stwierdzenia, n\u00a0=\u00a0200. Najwyżej „samorząd promuje PES” 56%, najniżej „wspólne przedsięwzięcia” 51%, różnica 5 pp.',
    );
  });
});
