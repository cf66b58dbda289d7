// A process of its own with the application and, beside it, bare handlers to compare with. Started by the benches.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Connection } from '../../src/platform/storage';
import { readSettings } from '../../src/app/settings';
import { startApplication } from '../../src/app/start';
import { demonstrationEvaluation } from '../../src/app/demonstration/plan';
import { dayOf } from '../../src/platform/clock';
import { newId, type EvaluationId } from '../../src/platform/ids';
import { createLog } from '../../src/platform/log';
import { fortyItems } from './forty-items';

const listenOnFreePort = (app: express.Express): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer(app).listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

/** Bare Express: answers at once, reads a form, reads a form and inserts it durably. */
const bareApplication = (connection: Connection): express.Express => {
  const app = express();
  app.use(express.urlencoded({ extended: false, limit: 200_000 }));
  app.get('/', (_req, res) => {
    res.send('ok');
  });
  app.post('/', (_req, res) => {
    res.redirect(303, '/');
  });
  app.post('/insert', async (req, res) => {
    await connection.collection('bench').insertOne({ _id: newId() as never, ...(req.body as object) });
    res.redirect(303, '/');
  });
  return app;
};

const main = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-bench-'));
  const settings = readSettings({ ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
  const application = await startApplication(settings, createLog('silent'));
  const { chapters, storage } = application;
  const evaluation = { ...demonstrationEvaluation('pomiar' as EvaluationId, dayOf(new Date())) };
  await chapters.evaluations.createEvaluation(evaluation);
  const version = await chapters.questionnaires.publishVersion(evaluation.id, fortyItems);
  const invitation = await chapters.fieldwork.createInvitation({
    evaluationId: evaluation.id,
    versionId: version.id,
    kind: 'open',
  });
  const bareAddress = await listenOnFreePort(bareApplication(storage.connection));
  process.send?.({ address: application.address, bareAddress, token: invitation.token });
  process.on('message', () => {
    void application.stop().then(() => {
      rmSync(dataDir, { recursive: true, force: true });
      process.exit(0);
    });
  });
};

void main();
