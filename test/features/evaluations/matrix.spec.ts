import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluationMatrix, MatrixRowDraft } from '../../../src/features/evaluations/domain';
import { createMatrix, type Matrix } from '../../../src/features/evaluations/matrix';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { openStorage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';
import { movableClock } from '../accounts/staff-application';

const clock = movableClock();
let matrix: Matrix;
let close: () => Promise<void>;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-'));
  const database = ownDatabase();
  const storage = await openStorage({ dataDir, mongodbUri: database });
  matrix = createMatrix({ connection: storage.connection, clock });
  close = async () => {
    if (database !== undefined) await storage.connection.dropDatabase();
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}, 60_000);
afterAll(() => close());

const draft = (question: string, part: Partial<MatrixRowDraft> = {}): MatrixRowDraft => ({
  objective: null,
  criterion: { kind: 'listed', code: 'relevance' },
  question,
  subQuestions: [],
  indicator: { kind: 'words', label: 'opis' },
  threshold: null,
  sources: '',
  methods: '',
  items: [],
  analysis: '',
  answer: '',
  ...part,
});

const aMatrix = async (...questions: readonly string[]): Promise<EvaluationMatrix> => {
  const id = newId<never>() as unknown as EvaluationId;
  for (const question of questions) await matrix.addRow(id, draft(question), 'Anna');
  return matrix.readMatrix(id);
};

const questionsOf = async ({ evaluationId }: EvaluationMatrix): Promise<readonly string[]> =>
  (await matrix.readMatrix(evaluationId)).rows.map(({ question }) => question);

const rowAt = ({ rows }: EvaluationMatrix, at: number) => rows[at]!;

test('a matrix nobody wrote is empty', async () => {
  expect((await aMatrix()).rows).toEqual([]);
});

test('questions keep their order, and move by one place', async () => {
  const written = await aMatrix('A', 'B', 'C');
  await matrix.moveRow(written.evaluationId, rowAt(written, 2).id, 'up');
  expect(await questionsOf(written)).toEqual(['A', 'C', 'B']);
  await matrix.moveRow(written.evaluationId, rowAt(written, 0).id, 'up');
  await matrix.moveRow(written.evaluationId, rowAt(written, 0).id, 'down');
  expect(await questionsOf(written)).toEqual(['C', 'A', 'B']);
});

test('many people add at once, and nothing is lost', async () => {
  const written = await aMatrix();
  const all = Array.from({ length: 6 }, (_, at) => `P${at}`);
  await Promise.all(all.map((question) => matrix.addRow(written.evaluationId, draft(question), 'Anna')));
  expect([...(await questionsOf(written))].sort()).toEqual(all);
});

test('two people change different questions from the same page: both are saved', async () => {
  const written = await aMatrix('A', 'B');
  const { evaluationId: id, revision: seen } = written;
  const first = await matrix.changeRow(id, { id: rowAt(written, 0).id, seen }, draft('A2'), 'Anna');
  const second = await matrix.changeRow(id, { id: rowAt(written, 1).id, seen }, draft('B2'), 'Ewa');
  expect([first.kind, second.kind]).toEqual(['saved', 'saved']);
  expect(await questionsOf(written)).toEqual(['A2', 'B2']);
});

test('two people change the same question: the later is told, and sees what was saved', async () => {
  const written = await aMatrix('A');
  const { evaluationId: id, revision: seen } = written;
  const row = { id: rowAt(written, 0).id, seen };
  await matrix.changeRow(id, row, draft('A2'), 'Anna');
  const late = await matrix.changeRow(id, row, draft('A3'), 'Ewa');
  expect(late.kind).toBe('overtaken');
  expect(late.matrix.rows[0]?.question).toBe('A2');
  expect((await matrix.removeRow(id, row, 'Ewa')).kind).toBe('overtaken');
  const again = await matrix.changeRow(id, { ...row, seen: late.matrix.revision }, draft('A3'), 'Ewa');
  expect(again.kind).toBe('saved');
});

test('what was removed cannot be changed', async () => {
  const written = await aMatrix('A');
  const row = { id: rowAt(written, 0).id, seen: written.revision };
  await matrix.removeRow(written.evaluationId, row, 'Anna');
  await expect(matrix.changeRow(written.evaluationId, row, draft('A2'), 'Ewa')).rejects.toMatchObject({
    code: 'matrix.question-not-found',
  });
});

test('questions follow their objectives', async () => {
  const { evaluationId: id } = await aMatrix();
  const named = (text: string, was: number | null = null) => ({ text, was });
  await matrix.setObjectives(
    id,
    ['X', 'Y', 'Z'].map((text) => named(text)),
    0,
  );
  for (const objective of [0, 1, 2, 7]) await matrix.addRow(id, draft(`P${objective}`, { objective }), 'Anna');
  const before = await matrix.readMatrix(id);
  expect(before.rows.map(({ objective }) => objective)).toEqual([0, 1, 2, null]);
  await matrix.setObjectives(id, [named('Z', 2), named('', 0), named('nowy'), named('Y!', 1)], before.revision);
  const after = await matrix.readMatrix(id);
  expect(after.objectives).toEqual(['Z', 'nowy', 'Y!']);
  expect(after.rows.map(({ objective }) => objective)).toEqual([null, 2, 0, null]);
  expect((await matrix.setObjectives(id, [named('W')], before.revision)).kind).toBe('overtaken');
});

describe('approval', () => {
  const approve = (written: EvaluationMatrix, seen = written.revision) =>
    matrix.approve(
      written.evaluationId,
      { by: 'Grupa Tematyczna', at: new Date('2026-09-18T12:00:00Z') },
      { by: 'Anna', seen },
    );

  test('is of what was read: a matrix that changed meanwhile is not approved', async () => {
    const written = await aMatrix('A');
    await matrix.addRow(written.evaluationId, draft('B'), 'Ewa');
    expect((await approve(written)).kind).toBe('overtaken');
    expect((await matrix.readMatrix(written.evaluationId)).approved).toBeNull();
  });

  test('says who agreed when, and who wrote it down', async () => {
    const written = await aMatrix('A');
    clock.setTo('2026-09-19');
    const { matrix: approved } = await approve(written);
    expect(approved.approved).toEqual({
      by: 'Grupa Tematyczna',
      at: new Date('2026-09-18T12:00:00Z'),
      recordedBy: 'Anna',
      recordedAt: new Date('2026-09-19T12:00:00Z'),
    });
  });

  test('after it every change of a way of judging is logged; answers, items and new numbers are not', async () => {
    const written = await aMatrix('A', 'B');
    const { evaluationId: id } = written;
    const [first, second] = [rowAt(written, 0).id, rowAt(written, 1).id];
    await approve(written);
    const change = async (row: typeof first, part: MatrixRowDraft) =>
      matrix.changeRow(id, { id: row, seen: (await matrix.readMatrix(id)).revision }, part, 'Ewa');
    const typed = (value: number | null) =>
      ({ kind: 'typed', label: 'm', value, planned: null, unit: '', source: 's', until: null }) as const;
    await change(first, draft('A', { answer: 'Tak.', items: [{ questionnaire: 'q', item: 'J1' }], sources: 'IDI' }));
    expect((await matrix.readMatrix(id)).log.map(({ kind }) => kind)).toEqual(['approved']);
    await change(first, draft('A', { threshold: { comparison: 'at-least', value: 0.5 } }));
    await change(second, draft('B', { indicator: typed(null) }));
    await change(second, draft('B', { indicator: typed(105) }));
    await matrix.removeRow(id, { id: first, seen: (await matrix.readMatrix(id)).revision }, 'Ewa');
    await matrix.addRow(id, draft('C'), 'Ewa');
    const { log } = await matrix.readMatrix(id);
    expect(log.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'approved Anna',
      'changed Ewa',
      'changed Ewa',
      'removed Ewa',
      'added Ewa',
    ]);
    expect(log[1]).toMatchObject({ before: { threshold: null }, after: { threshold: { value: 0.5 } } });
  });

  test('before it nothing is logged', async () => {
    const written = await aMatrix('A');
    await matrix.changeRow(written.evaluationId, { id: rowAt(written, 0).id, seen: 1 }, draft('A2'), 'Ewa');
    expect((await matrix.readMatrix(written.evaluationId)).log).toEqual([]);
  });
});

test('a matrix holds 60 questions', async () => {
  const written = await aMatrix(...Array.from({ length: 60 }, (_, at) => `P${at}`));
  await expect(matrix.addRow(written.evaluationId, draft('więcej'), 'Anna')).rejects.toMatchObject({
    code: 'matrix.full',
  });
});
