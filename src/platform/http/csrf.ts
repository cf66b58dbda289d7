import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler, Response } from 'express';
import { subjectOf } from './sessions';

const COOKIE = 'formularz';

export interface FormTokens {
  /** Gives every page `csrfToken` for its forms; the cookie is set when a page asks for it. */
  readonly offer: RequestHandler;
  /** A token for the session that has just begun, so that pages opened side by side share it. */
  renew(req: Request, res: Response): void;
  /** True when the posted `_csrf` belongs to this browser and this session. */
  isGenuine(req: Request): boolean;
}

/** Double-submit tokens with an HMAC: they work on the sign-in page, before a session exists, and change with it. */
export const createFormTokens = ({
  secret,
  secure,
}: {
  readonly secret: string;
  readonly secure: boolean;
}): FormTokens => {
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (req) => (subjectOf(req) === undefined ? '' : req.sessionID),
    cookieName: COOKIE,
    cookieOptions: { sameSite: 'lax', path: '/', secure, httpOnly: true },
    getCsrfTokenFromRequest: (req) => (req.body as Record<string, string> | undefined)?.['_csrf'],
  });
  return {
    offer: (req, res, next) => {
      let token: string | undefined;
      Object.defineProperty(res.locals, 'csrfToken', {
        get: () => (token ??= generateCsrfToken(req, res, { overwrite: !holdsText(req) })),
      });
      next();
    },
    renew: (req, res) => {
      generateCsrfToken(req, res, { overwrite: true });
    },
    isGenuine: (req) => validateRequest(req),
  };
};

/** cookie-parser turns `j:{…}` into an object, which the library would trip over. */
const holdsText = (req: Request): boolean => typeof (req.cookies as Record<string, unknown>)[COOKIE] === 'string';
