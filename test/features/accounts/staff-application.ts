import { ownDatabase } from '../../support/database';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import request, { type Agent } from 'supertest';
import { createNavigation } from '../../../src/app/navigation';
import { textPages } from '../../../src/app/pages';
import { createAccounts, requireRole, type Accounts } from '../../../src/features/accounts';
import { accountsRoutes } from '../../../src/features/accounts/routes';
import { createEvaluations, type Evaluations, type NewEvaluation } from '../../../src/features/evaluations';
import { evaluationsRoutes } from '../../../src/features/evaluations/routes';
import {
  createApplication,
  createAssetAddress,
  createFormTokens,
  createIcons,
  createRender,
  createSessions,
} from '../../../src/platform/http';
import type { Clock } from '../../../src/platform/clock';
import { loadTranslators } from '../../../src/platform/i18n';
import { createLog } from '../../../src/platform/log';
import { openStorage, type Connection } from '../../../src/platform/storage';
import { root } from '../../support/files';

export const PASSWORD = 'poprawne haslo testowe';
const SECRET = 'a secret for tests of thirty-two characters';

/** A clock that a test moves by hand. It starts now, because the store expires counters by the machine's own clock. */
export const movableClock = () => {
  let at = new Date(new Date().setSeconds(0, 0));
  return {
    now: () => new Date(at),
    move: (minutes: number) => {
      at = new Date(at.getTime() + minutes * 60_000);
    },
    setTo: (day: string) => {
      at = new Date(`${day}T12:00:00Z`);
    },
  };
};

export interface StaffApplication {
  readonly app: Express;
  readonly accounts: Accounts;
  readonly evaluations: Evaluations;
  readonly connection: Connection;
  remove(): Promise<void>;
}

/** Pages of other chapters, as far as these tests need them: who may open them. */
const homesOfOthers = () => {
  const router = express.Router();
  const saying =
    (words: string): RequestHandler =>
    (_req, res) => {
      res.send(words);
    };
  router.get('/podsumowanie', requireRole('director'), saying('director'));
  router.get('/nasze-wyniki', requireRole('coordinator'), saying('coordinator'));
  router.post('/zmiana', requireRole('evaluator'), saying('changed'));
  return router;
};

/** Sign-in, the list of studies and the pages of text on a real store of their own. */
export const startStaffApplication = async (clock: Clock, secure = false): Promise<StaffApplication> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-staff-'));
  const storage = await openStorage({ dataDir, mongodbUri: ownDatabase() });
  const { connection } = storage;
  const accounts = createAccounts({ connection, clock, secret: SECRET });
  const evaluations = createEvaluations({ connection, clock });
  await accounts.ensureIndexes();
  const folders = { public: join(root, 'public'), built: join(root, 'dist/public') };
  const render = createRender(join(root, 'views'), { watch: false });
  const app = createApplication({
    log: createLog('silent'),
    folders,
    trustProxy: false,
    kit: {
      render,
      translators: loadTranslators(join(root, 'locales')),
      asset: createAssetAddress(folders),
      icon: createIcons(render),
      navigation: createNavigation(),
    },
    routers: [
      textPages({ publicUrl: 'https://ewaluacja.example' }),
      accountsRoutes({
        accounts,
        secure,
        sessions: createSessions({ connection, secret: SECRET, secure }),
        formTokens: createFormTokens({ secret: SECRET, secure }),
      }),
      evaluationsRoutes({
        evaluations,
        clock,
        countResponses: () => Promise.resolve(210),
        listOpenLinks: (id) =>
          Promise.resolve([
            {
              questionnaireTitle: 'Ankieta klientów OWES',
              url: `https://ewaluacja.example/a/${id}-klienci`,
              minutes: 12,
            },
          ]),
      }),
      homesOfOthers(),
    ],
  });
  return {
    app,
    accounts,
    evaluations,
    connection,
    remove: async () => {
      await storage.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export const createPeople = async (accounts: Accounts): Promise<void> => {
  const person = { password: PASSWORD, name: 'Anna Wrona' };
  await accounts.createAccount({ ...person, email: 'ewaluator@demo.example', title: 'Ewaluatorka', role: 'evaluator' });
  await accounts.createAccount({
    ...person,
    email: 'administrator@demo.example',
    title: 'Administratorka',
    role: 'administrator',
  });
  await accounts.createAccount({
    ...person,
    email: 'dyrektor@demo.example',
    title: 'dyrektorka ROPS',
    role: 'director',
  });
  await accounts.createAccount({
    ...person,
    email: 'koordynator@demo.example',
    title: 'koordynatorka OWES Północ',
    role: 'coordinator',
    institution: 'owes-polnoc',
  });
};

/** The token of the form on the page, as a browser would send it. */
export const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

export const visitor = (app: Express): Agent => request.agent(app);

/** Fills in the sign-in form. */
export const trySignIn = async (
  agent: Agent,
  email: string,
  password = PASSWORD,
  more: Readonly<Record<string, string>> = {},
) => {
  const page = await agent.get('/logowanie');
  return agent
    .post('/logowanie')
    .type('form')
    .send({ _csrf: tokenIn(page.text), email, haslo: password, ...more });
};

export const signedInAs = async (app: Express, email: string): Promise<Agent> => {
  const agent = visitor(app);
  await trySignIn(agent, email);
  return agent;
};

export const anEvaluation: NewEvaluation = {
  title: 'Ewaluacja systemu wsparcia ekonomii społecznej 2026',
  shortTitle: 'System wsparcia ES 2026',
  commissioner: 'ROPS Województwa Świętokrzyskiego',
  wojewodztwo: '26',
  regionName: 'województwo świętokrzyskie',
  institutions: [
    {
      code: 'owes-polnoc',
      kind: 'owes',
      name: 'OWES Północ w Kielcach',
      shortName: 'OWES Północ',
      series: 's1',
      powiats: ['2604', '2661'],
    },
    {
      code: 'rops',
      kind: 'rops',
      name: 'Regionalny Ośrodek Polityki Społecznej',
      shortName: 'ROPS',
      series: 's3',
      powiats: [],
    },
  ],
  opensOn: '2026-10-19',
  closesOn: '2026-11-30',
  resultState: 'preliminary',
  smallestGroup: 5,
  demonstration: true,
};
