import { createDemonstration } from '../../../src/app/demonstration';
import { dataLines } from '../../../src/features/analysis/exports/data-lines';
import { readCsv } from '../../../src/platform/spreadsheet';
import { systemClock } from '../../../src/platform/clock';
import type { EvaluationId } from '../../../src/platform/ids';
import { loadTranslators } from '../../../src/platform/i18n';
import { startTestApplication, type TestApplication } from '../../support/application';

const ID = 'plik' as EvaluationId;
const { pl } = loadTranslators('locales');

let application: TestApplication;
beforeAll(async () => {
  application = await startTestApplication({ DEMO: '0' });
  await createDemonstration(
    { chapters: application.chapters, clock: systemClock },
    { id: ID, clients: 150, partners: 20 },
  );
});
afterAll(() => application.remove());

const fileOf = async (form: 'etykiety' | 'kody') => {
  const { dataset } = await application.chapters.analysis.exports.openData(ID, 'owes-clients');
  const pieces: string[] = [];
  for await (const piece of dataLines(dataset, form, pl)) pieces.push(piece);
  const [head = [], ...rows] = readCsv(Buffer.from(pieces.join('')), 10_000);
  const column = (name: string): readonly string[] => {
    const at = head.findIndex((cell) => cell === name || cell.startsWith(`${name}. `));
    return rows.map((row) => row[at] ?? '');
  };
  return { dataset, head, rows, column };
};

const countOf = (cells: readonly string[], cell: string): number => cells.filter((one) => one === cell).length;

test('a file of answers has a line for everyone and the counts of the table', async () => {
  const { head, rows, column } = await fileOf('kody');
  expect(rows).toHaveLength(150);
  for (const row of rows) expect(row).toHaveLength(head.length);
  const request = { rows: ['Z3', 'U1'], columns: [], weight: null, filter: [] };
  const { table } = await application.chapters.analysis.frozen.previewTable(ID, {
    dataset: 'owes-clients',
    request,
    level: 0.05,
  });
  const [rating, services] = table.blocks;
  for (const { code, cells } of rating?.rows ?? []) expect(countOf(column('Z3'), code)).toBe(cells[0]?.n);
  for (const { code, cells } of services?.rows ?? []) expect(countOf(column(`U1_${code}`), '1')).toBe(cells[0]?.n);
});

test('not asked, broken off and not answered are different words', async () => {
  const [codes, words] = [await fileOf('kody'), await fileOf('etykiety')];
  expect(countOf(codes.column('G2'), '-96')).toBe(countOf(words.column('G2'), 'nie pytano'));
  expect(countOf(codes.column('Z3'), '-95')).toBe(countOf(words.column('Z3'), 'przerwano przed pytaniem'));
  expect(countOf(codes.column('Z3'), '-95')).toBeGreaterThan(0);
});

test('each line begins with the number that the response bears', async () => {
  const { dataset, rows } = await fileOf('kody');
  expect(rows.map(([number]) => Number(number))).toEqual([...Array.from(dataset.numbers ?? [])]);
});
