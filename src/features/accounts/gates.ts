import type { Request, RequestHandler, Response } from 'express';
import { subjectOf, wantsJson } from '../../platform/http';
import type { AccountId } from '../../platform/ids';
import type { Accounts } from '.';
import { localPath, toActor, type Actor, type Role } from './domain';
import { forbidden, signedOut } from './problems';

/** Puts the signed-in person on the response, as policies (`actor`) and as layouts (`account`) see them. */
export const recogniseActor =
  (accounts: Pick<Accounts, 'readAccount'>): RequestHandler =>
  async (req, res, next) => {
    const subject = subjectOf(req);
    const account = subject === undefined ? undefined : await accounts.readAccount(subject as AccountId);
    if (account !== undefined) {
      res.locals['account'] = account;
      res.locals['actor'] = toActor(account);
    }
    next();
  };

/** The person behind a request that passed `requireActor`. */
export const actorOf = (res: Response): Actor => res.locals['actor'] as Actor;

/** Visitors go to the sign-in page and come back afterwards; programs are told 401. */
export const requireActor: RequestHandler = (req, res, next) => {
  if (res.locals['actor'] !== undefined) {
    next();
    return;
  }
  if (wantsJson(req)) throw signedOut();
  const back = pageOf(req);
  res.redirect(303, back === undefined ? '/logowanie' : `/logowanie?dalej=${encodeURIComponent(back)}`);
};

/** Only these roles pass; everyone else is sent to their own pages. */
export const requireRole = (...roles: readonly Role[]): RequestHandler[] => [
  requireActor,
  (_req, res, next) => {
    if (!roles.includes(actorOf(res).role)) throw forbidden();
    next();
  },
];

/** The page that was asked for, or the page whose form was sent. */
export const pageOf = (req: Request): string | undefined =>
  req.method === 'GET' ? localPath(req.originalUrl) : refererOf(req);

/** The page of ours that a form was sent from. */
export const refererOf = (req: Request): string | undefined => {
  const referer = req.get('referer');
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === req.get('host') ? localPath(`${pathname}${search}`) : undefined;
};
