import { join } from 'node:path';
import type { Express } from 'express';
import { accountsRoutes } from '../features/accounts/routes';
import { analysisRoutes } from '../features/analysis/routes';
import { cooperationRoutes } from '../features/cooperation/routes';
import { evaluationsRoutes } from '../features/evaluations/routes';
import { findingsRoutes } from '../features/findings/routes';
import { questionnairesRoutes } from '../features/questionnaires/routes';
import { publicPageRoutes } from '../features/reports/public-page/routes';
import { reportsRoutes } from '../features/reports/routes';
import { answerPreview, previewPage } from '../features/responses';
import { responsesRoutes } from '../features/responses/routes';
import { presentPreferred } from '../features/workshop';
import {
  minutesLinkRoutes,
  roomRoutes,
  sheetRoomRoutes,
  sphereListRoutes,
  workshopRoutes,
} from '../features/workshop/routes';
import type { EvaluationId } from '../platform/ids';
import type { Clock } from '../platform/clock';
import {
  createApplication,
  createAssetAddress,
  createFormTokens,
  createIcons,
  createRender,
  createSessions,
} from '../platform/http';
import { loadTranslators } from '../platform/i18n';
import type { Logger } from '../platform/log';
import type { Storage } from '../platform/storage';
import type { Chapters } from './compose';
import { healthRoutes } from './health';
import { mailPages } from './mail/pages';
import { createNavigation } from './navigation';
import { openLinksOf } from './open-links';
import { textPages } from './pages';
import type { Settings } from './settings';

export interface AppParts {
  readonly settings: Settings;
  readonly secret: string;
  readonly storage: Storage;
  readonly chapters: Chapters;
  readonly clock: Clock;
  readonly log: Logger;
  /** The folder that holds views, locales, public and dist. */
  readonly root: string;
}

/** Where people find the application, without a closing slash. */
export const addressOf = ({ publicUrl, host, port }: Settings): string => publicUrl ?? `http://${host}:${port}`;

/** One Express application: what needs no session first, then sign-in, then the pages of those who signed in. */
export const createApp = ({ settings, secret, storage, chapters, clock, log, root }: AppParts): Express => {
  const folders = { public: join(root, 'public'), built: join(root, 'dist', 'public') };
  const render = createRender(join(root, 'views'), { watch: !settings.production });
  const secure = addressOf(settings).startsWith('https:');
  const sessions = createSessions({ connection: storage.connection, secret, secure });
  const formTokens = createFormTokens({ secret, secure });
  const { accounts, evaluations, questionnaires, responses, analysis, findings, reports, workshop, cooperation, mail } =
    chapters;
  return createApplication({
    log,
    folders,
    trustProxy: settings.trustProxy,
    kit: {
      render,
      translators: loadTranslators(join(root, 'locales')),
      asset: createAssetAddress(folders),
      icon: createIcons(render),
      navigation: createNavigation(),
    },
    routers: [
      healthRoutes({ storage }),
      textPages({ publicUrl: addressOf(settings) }),
      responsesRoutes({ responses }),
      roomRoutes({ workshop }),
      sheetRoomRoutes({ workshop }),
      publicPageRoutes({ reports }),
      sphereListRoutes({ workshop, clock }),
      minutesLinkRoutes({ workshop, publicUrl: addressOf(settings) }),
      accountsRoutes({ accounts, sessions, formTokens, secure }),
      evaluationsRoutes({
        evaluations,
        clock,
        countResponses: (id: EvaluationId) => responses.countResponses({ kind: 'all' }, id),
        listOpenLinks: openLinksOf(chapters, addressOf(settings)),
      }),
      questionnairesRoutes({
        questionnaires,
        readEvaluation: evaluations.readEvaluation,
        listEvaluations: evaluations.listEvaluations,
        clock,
        countResponses: responses.countOfQuestionnaire,
        countOfVersion: responses.countOfVersion,
        drawPreview: previewPage,
        answerPreview,
      }),
      analysisRoutes({ analysis }),
      findingsRoutes({ findings }),
      reportsRoutes({
        reports,
        tellPreferred: async (evaluation, translator) =>
          presentPreferred(await workshop.sphereDecisions.readPreferred(evaluation), translator),
      }),
      workshopRoutes({ workshop, publicUrl: addressOf(settings) }),
      cooperationRoutes({ cooperation, publicUrl: addressOf(settings) }),
      mailPages({ mail, clock, publicUrl: addressOf(settings) }),
    ],
  });
};
