import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import {
  endSession,
  forgetSession,
  hadSession,
  parseInput,
  receiveUploads,
  sendPage,
  startSession,
  translatorOf,
  type FormTokens,
} from '../../platform/http';
import type { Accounts } from '.';
import { checkSignIn, homeOf, localPath, type Actor } from './domain';
import { recogniseActor, refererOf } from './gates';
import { AppearanceInput, SignInInput, SignInQuery, SignOutInput } from './inputs';
import { presentSignInErrors, signInStatus, type SignInReply } from './present';
import { formExpired } from './problems';

export interface AccountsRoutesNeeds {
  readonly accounts: Accounts;
  readonly sessions: RequestHandler;
  readonly formTokens: FormTokens;
  /** True when people reach the application by https. */
  readonly secure: boolean;
}

const YEAR_MS = 31_536_000_000;

/** Sign-in, and the session that every router after this one can rely on. */
export const accountsRoutes = ({ accounts, sessions, formTokens, secure }: AccountsRoutesNeeds): Router => {
  const router = express.Router();
  router.post('/ustawienia/wyglad', chooseAppearance(secure));
  const isSignedIn = (req: Request): boolean => req.res !== undefined && signedIn(req.res) !== undefined;
  router.use(sessions, recogniseActor(accounts), receiveUploads(isSignedIn), formTokens.offer);

  router.get('/', (_req, res) => {
    const actor = signedIn(res);
    res.redirect(303, actor ? homeOf(actor.role) : '/logowanie');
  });

  router.get('/logowanie', (req, res) => {
    const actor = signedIn(res);
    if (actor) {
      res.redirect(303, homeOf(actor.role));
      return;
    }
    showSignIn(req, res, { back: localPath(parseInput(SignInQuery, req.query).dalej) });
  });

  router.post('/logowanie', async (req, res) => {
    const { email, haslo: password, dalej } = parseInput(SignInInput, req.body ?? {});
    const back = localPath(dalej);
    const retry = (reply: SignInReply) => {
      showSignIn(req, res, { back, email, reply });
    };
    if (!formTokens.isGenuine(req)) {
      retry({ kind: 'form-expired' });
      return;
    }
    const issues = checkSignIn({ email, password });
    if (issues.length > 0) {
      retry({ kind: 'incomplete', issues });
      return;
    }
    const outcome = await accounts.signIn({ email, password });
    if (outcome.kind !== 'signed-in') {
      retry(outcome);
      return;
    }
    await startSession(req, outcome.account.id);
    formTokens.renew(req, res);
    res.redirect(303, back ?? homeOf(outcome.account.role));
  });

  router.use(refuseExpiredForms(formTokens));

  router.post('/wylogowanie', async (req, res) => {
    parseInput(SignOutInput, req.body ?? {});
    const actor = signedIn(res);
    await endSession(req, res);
    if (actor) await accounts.signOut(actor.id);
    res.redirect(303, '/logowanie');
  });
  return router;
};

const signedIn = (res: Response): Actor | undefined => res.locals['actor'] as Actor | undefined;

/** Without a signed-in person there is nothing to forge: `requireActor` sends such a form to the sign-in page. */
const refuseExpiredForms =
  (formTokens: FormTokens): RequestHandler =>
  (req, res, next) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS';
    if (!isRead && signedIn(res) && !formTokens.isGenuine(req)) throw formExpired();
    next();
  };

/** Language and theme are no secret and no session: two cookies, then back to the page. */
const chooseAppearance =
  (secure: boolean): RequestHandler =>
  (req, res) => {
    const { jezyk, motyw } = parseInput(AppearanceInput, req.body ?? {});
    const cookie = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
    if (jezyk !== undefined) res.cookie('jezyk', jezyk, { ...cookie, maxAge: YEAR_MS });
    if (motyw === 'system') res.clearCookie('motyw', cookie);
    else if (motyw !== undefined) res.cookie('motyw', motyw, { ...cookie, maxAge: YEAR_MS });
    res.redirect(303, refererOf(req) ?? '/');
  };

interface SignInView {
  readonly back: string | undefined;
  readonly email?: string;
  readonly reply?: SignInReply;
}

const showSignIn = (req: Request, res: Response, { back, email = '', reply }: SignInView): void => {
  const translator = translatorOf(req);
  const hasLapsed = reply === undefined && hadSession(req);
  if (hasLapsed) forgetSession(res);
  const errors = reply === undefined ? [] : presentSignInErrors(reply, translator);
  const title = translator.t('accounts:signIn.title');
  sendPage(req, res, {
    layout: 'public',
    view: 'accounts/sign-in',
    title: errors.length > 0 ? translator.t('layout:errorTitle', { title }) : title,
    status: reply === undefined ? 200 : signInStatus(reply),
    bodyClass: 'compact login',
    scripts: ['/js/accounts/show-password.js'],
    model: {
      back,
      email,
      hasLapsed,
      errors,
      errorOf: Object.fromEntries(errors.map(({ field, text }) => [field, text])),
    },
  });
};
