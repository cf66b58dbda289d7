import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFilesStore } from '../../../src/features/cooperation/evidence/store';
import { keepFile, LARGEST_FILE, MOST_FILES } from '../../../src/features/cooperation/evidence/keep-file';
import { createProgressStore } from '../../../src/features/cooperation/store';
import type { ProgressReport } from '../../../src/features/cooperation/domain';
import type { AgreementId } from '../../../src/features/workshop/domain';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';
import { PDF } from './register-study';

const STUDY = 'badanie' as EvaluationId;
const AT = new Date('2026-12-10T12:00:00Z');

const reportOf = (text: string): ProgressReport => ({
  id: newId<'progress report'>(),
  status: 'in-progress',
  text,
  evidence: [],
  by: 'Ktoś',
  institution: null,
  at: AT,
});

describe('progress on the real store', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-progress-'));
  let storage: Storage;

  beforeAll(async () => {
    storage = await openStorage({ dataDir, mongodbUri: ownDatabase() });
  }, 60_000);
  afterAll(async () => {
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('takes exactly one of all reports that were written from the same state, and loses none that it took', async () => {
    const progress = createProgressStore(storage.connection);
    await progress.ensureIndexes();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), async (rounds) => {
        const agreement = newId<'agreement'>() as AgreementId;
        const taken: string[] = [];
        for (const [revision, people] of rounds.entries()) {
          const tries = Array.from({ length: people }, (_, person) => `${revision}/${person}`);
          const results = await Promise.all(
            tries.map((text) => progress.add({ agreement, evaluationId: STUDY, revision }, reportOf(text))),
          );
          expect(results.filter(Boolean)).toHaveLength(1);
          taken.push(tries[results.indexOf(true)] ?? '');
        }
        const kept = (await progress.ofEvaluation(STUDY)).get(agreement);
        expect(kept?.reports.map(({ text }) => text)).toEqual(taken);
        expect(kept?.revision).toBe(rounds.length);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps a file once however often it is sent, at most five, none that is too large', async () => {
    const files = createFilesStore(storage.connection);
    await files.ensureIndexes();
    const keep = keepFile({ files, clock: { now: () => AT } });
    const report = newId<'progress report'>();
    const send = (bytes: Buffer) => keep({ evaluationId: STUDY, report, name: 'a.pdf', bytes, by: 'Ktoś' });
    for (let time = 0; time < 3; time += 1) await send(PDF);
    expect(await files.ofReport(STUDY, report)).toHaveLength(1);
    for (let more = 1; more < MOST_FILES; more += 1) await send(Buffer.concat([PDF, Buffer.from([more])]));
    expect(await send(Buffer.concat([PDF, Buffer.from('x')]))).toBe('too-many');
    expect(await send(Buffer.concat([PDF, Buffer.alloc(LARGEST_FILE)]))).toBe('too-large');
    expect(await send(Buffer.from('text'))).toBe('kind');
    const kept = (await files.ofReport(STUDY, report)).find(({ size }) => size === PDF.length)!;
    expect(kept).not.toHaveProperty('bytes');
    expect((await files.read(STUDY, kept.id))?.bytes.equals(PDF)).toBe(true);
    expect(await files.read('inne' as EvaluationId, kept.id)).toBeUndefined();
  });
});
