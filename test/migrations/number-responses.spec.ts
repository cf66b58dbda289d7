import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/migrations';
import { numberResponses } from '../../src/migrations/2026-11-22-number-responses';
import { openStorage, type Storage } from '../../src/platform/storage';
import { ownDatabase } from '../support/database';

describe('The numbering of stored responses', () => {
  let storage: Storage;
  const dataDir = mkdtempSync(join(tmpdir(), 'es-'));
  beforeAll(async () => {
    storage = await openStorage({ dataDir, mongodbUri: ownDatabase() });
  });
  beforeEach(() => storage.connection.dropDatabase());
  afterAll(async () => {
    await storage.connection.dropDatabase();
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const stored = async () => {
    const found = storage.connection.collection('responses').find().sort({ evaluationId: 1, sequence: 1 });
    return (await found.toArray()).map((each) => [each['evaluationId'], each['sequence'], String(each._id)]);
  };
  const store = (...documents: readonly object[]) =>
    storage.connection.collection('responses').insertMany([...documents]);
  const document = (_id: string, receivedOn: string, more: object = {}) => ({
    _id,
    evaluationId: 'a',
    receivedOn,
    status: 'complete',
    answers: { Z1: '9' },
    ...more,
  });

  test('numbers them in the order of receipt, each evaluation from 1, and touches nothing else', async () => {
    await store(
      document('r3', '2026-11-03'),
      document('r1', '2026-11-04'),
      document('r2', '2026-11-03'),
      document('r9', '2026-11-01', { evaluationId: 'b' }),
    );
    await migrate(storage.connection);
    expect(await stored()).toEqual([
      ['a', 1, 'r2'],
      ['a', 2, 'r3'],
      ['a', 3, 'r1'],
      ['b', 1, 'r9'],
    ]);
    expect(await storage.connection.collection('responses').findOne({ _id: 'r3' as never })).toEqual({
      ...document('r3', '2026-11-03'),
      sequence: 2,
    });
  });

  test('done twice, or begun again after half of it, changes no number', async () => {
    await store(document('r1', '2026-11-03', { sequence: 1 }), document('r2', '2026-11-04'));
    await storage.connection.collection('responseNumbers').insertOne({ _id: 'a' as never, last: 2 });
    await numberResponses(storage.connection);
    const once = await stored();
    await numberResponses(storage.connection);
    expect(await stored()).toEqual(once);
    expect(once.map(([, sequence]) => sequence)).toEqual([1, 3]);
  });

  test('by two processes at once gives each response one number, all different', async () => {
    await store(...Array.from({ length: 1200 }, (_, at) => document(`r${at}`, '2026-11-03')));
    await Promise.all([numberResponses(storage.connection), numberResponses(storage.connection)]);
    const numbers = (await stored()).map(([, sequence]) => sequence);
    expect(new Set(numbers).size).toBe(1200);
    expect(numbers.every((sequence) => Number.isInteger(sequence))).toBe(true);
  });
});
