import { ownDatabase } from '../../support/database';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createQuestionnaires,
  materialise,
  OWES_CLIENTS,
  ROPS_PARTNERS,
  type Questionnaires,
} from '../../../src/features/questionnaires';
import { fixedClock } from '../../../src/platform/clock';
import { newId, type EvaluationId, type VersionId } from '../../../src/platform/ids';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { owes } from './versions';

const definition = materialise(OWES_CLIENTS, { owes });

describe('published versions', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-questionnaires-'));
  const clock = fixedClock(new Date('2026-11-18T10:00:00Z'));
  let storage: Storage;
  let questionnaires: Questionnaires;
  const evaluation = (): EvaluationId => newId<'evaluation'>();

  beforeAll(async () => {
    storage = await openStorage({ mongodbUri: ownDatabase(), dataDir });
    questionnaires = createQuestionnaires({ connection: storage.connection, clock });
    await questionnaires.ensureIndexes();
  });

  afterAll(async () => {
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('are read back ready to use, word for word', async () => {
    const { id, publishedAt } = await questionnaires.publishVersion(evaluation(), definition);
    const again = createQuestionnaires({ connection: storage.connection, clock });
    const version = await again.readVersion(id);
    expect(version.definition).toEqual(definition);
    expect(version.fieldByCode.get('O1_U1b')?.kind).toBe('row');
    expect(publishedAt).toEqual(clock.now());
  });

  test('are compiled once', async () => {
    const { id } = await questionnaires.publishVersion(evaluation(), definition);
    expect(await questionnaires.readVersion(id)).toBe(await questionnaires.readVersion(id));
  });

  test('are the same version when the same definition is published again', async () => {
    const evaluationId = evaluation();
    const [first, second] = await Promise.all([
      questionnaires.publishVersion(evaluationId, definition),
      questionnaires.publishVersion(evaluationId, { ...definition }),
    ]);
    expect(second.id).toBe(first.id);
    expect(second.hash).toBe(first.hash);
  });

  test('cannot be replaced by other content under the same number', async () => {
    const evaluationId = evaluation();
    await questionnaires.publishVersion(evaluationId, definition);
    await expect(questionnaires.publishVersion(evaluationId, { ...definition, minutes: 1 })).rejects.toMatchObject({
      code: 'questionnaires.version-taken',
      kind: 'conflict',
    });
  });

  test('are listed for their evaluation by code, the newest first', async () => {
    const evaluationId = evaluation();
    for (const published of [definition, { ...definition, version: 2 }, materialise(ROPS_PARTNERS, { owes })])
      await questionnaires.publishVersion(evaluationId, published);
    expect((await questionnaires.listVersions(evaluationId)).map(({ code, version }) => [code, version])).toEqual([
      ['owes-clients', 2],
      ['owes-clients', 1],
      ['rops-partners', 1],
    ]);
  });

  test('that do not exist are refused with a problem', async () => {
    await expect(questionnaires.readVersion('nie-ma' as VersionId)).rejects.toMatchObject({
      code: 'questionnaires.version-not-found',
      kind: 'not-found',
    });
  });

  test('are not made from a definition with faults', async () => {
    await expect(questionnaires.publishVersion(evaluation(), OWES_CLIENTS)).rejects.toThrow('@owes');
  });
});
