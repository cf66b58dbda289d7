import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createQuestionnaires, type Questionnaires } from '../../../src/features/questionnaires';
import { fixedClock } from '../../../src/platform/clock';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';
import { draftOf, single } from './proof-definitions';

describe('test data', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-proof-'));
  let storage: Storage;
  let questionnaires: Questionnaires;
  const key = { evaluationId: newId<'evaluation'>() as EvaluationId, code: 'proba' };

  beforeAll(async () => {
    storage = await openStorage({ mongodbUri: ownDatabase(), dataDir });
    const clock = fixedClock(new Date('2026-11-18T10:00:00Z'));
    questionnaires = createQuestionnaires({ connection: storage.connection, clock });
    await questionnaires.ensureIndexes();
    await questionnaires.drafts.createDraft(key.evaluationId, 'Anna', draftOf([single('K1', ['a', 'b'])]));
  });

  afterAll(async () => {
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('are kept with the draft they were made on, read back whole, and replaced by the next run', async () => {
    expect(await questionnaires.proof.readSynthetic(key)).toBeUndefined();
    const run = await questionnaires.proof.runSynthetic(key, 'Anna');
    expect(run).toMatchObject({ revision: 1, version: 1, ranBy: 'Anna', seed: 2 });
    expect(await questionnaires.proof.readSynthetic(key)).toEqual(run);
    const again = await questionnaires.proof.runSynthetic(key, 'Ewa');
    expect(again.responses).toEqual(run.responses);
    expect(await questionnaires.proof.readSynthetic(key)).toMatchObject({ ranBy: 'Ewa' });
    expect(await storage.connection.collection('syntheticResponses').countDocuments({})).toBe(1);
  });

  test('lie apart from what people answer', async () => {
    await questionnaires.proof.runSynthetic(key, 'Anna');
    expect(await storage.connection.collection('responses').countDocuments({})).toBe(0);
  });

  test('are not made while the draft has faults', async () => {
    const faulty = draftOf([single('K1', ['a', 'b'], { shownIf: "${K9} = 'a'" })]);
    await questionnaires.drafts.changeDraft(key, 'Anna', (draft) => ({ ...draft, definition: faulty }));
    await expect(questionnaires.proof.runSynthetic(key, 'Anna')).rejects.toMatchObject({
      code: 'proof.draft-has-faults',
      details: { count: 1 },
    });
  });
});
