import compression from 'compression';
import cookieParser from 'cookie-parser';
import express, { type Express, type Router } from 'express';
import type { Logger } from '../log';
import { serveAssets, type AssetFolders } from './assets';
import { refuseUnknownAddress, replyToErrors } from './reply-to-errors';
import { refuseForeignForms, requestId, securityHeaders } from './security';
import type { PageKit } from './send-page';

export interface ApplicationParts {
  readonly log: Logger;
  readonly folders: AssetFolders;
  readonly kit: PageKit;
  readonly trustProxy: boolean;
  /** In the order in which addresses are tried. */
  readonly routers: readonly Router[];
}

/** Sizes of what strangers may send: a whole questionnaire with every open text full is under 60 kB. */
const BODY_LIMIT_BYTES = 200_000;
const FIELD_LIMIT = 1_000;

export const createApplication = ({ log, folders, kit, trustProxy, routers }: ApplicationParts): Express => {
  const app = express();
  app.disable('x-powered-by');
  // Pages are never stored by browsers, so hashing each of them would be for nothing; files have tags of their own.
  app.disable('etag');
  app.set('trust proxy', trustProxy);
  app.set('query parser', 'simple');
  app.locals['pageKit'] = kit;
  app.use(requestId, securityHeaders());
  app.use(compression());
  app.use(serveAssets(folders));
  app.use(cookieParser());
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT_BYTES, parameterLimit: FIELD_LIMIT }));
  app.use(refuseForeignForms);
  for (const router of routers) app.use(router);
  app.use(refuseUnknownAddress, replyToErrors(log));
  return app;
};
