import { createHash } from 'node:crypto';
import { MongoStore } from 'connect-mongo';
import type { Request, RequestHandler, Response } from 'express';
import session, { type SessionData } from 'express-session';
import type { Connection } from '../storage';

declare module 'express-session' {
  interface SessionData {
    /** Id of the person who signed in. */
    subject: string;
  }
}

const COOKIE = 'sesja';
const COLLECTION = 'sessions';
const IDLE_SECONDS = 30 * 60;
/** Reading pages writes to the store at most this often, so that the idle time-out is 29 to 30 minutes. */
const TOUCH_SECONDS = 60;

export interface SessionSettings {
  readonly connection: Connection;
  readonly secret: string;
  /** True when people reach the application by https. */
  readonly secure: boolean;
}

/** A session signed out in another tab is not an error of the page that was still loading. */
class Sessions extends MongoStore {
  override touch(sid: string, kept: SessionData & { lastModified?: Date }, callback?: (error: unknown) => void): void {
    super.touch(sid, kept, () => callback?.(null));
  }
}

/** Lets the store delete ended sessions. Awaited before the first request: connect-mongo would leave it running behind. */
export const ensureSessionExpiry = async (connection: Connection): Promise<void> => {
  await connection.collection(COLLECTION).createIndex({ expires: 1 }, { expireAfterSeconds: 0 }, {});
};

/** Server-side sessions. The cookie ends with the browser; the store ends a session after 30 idle minutes. */
export const createSessions = ({ connection, secret, secure }: SessionSettings): RequestHandler =>
  session({
    name: COOKIE,
    secret,
    resave: false,
    saveUninitialized: false,
    // With an https address there is always a proxy in front; its word on the protocol decides whether the cookie is sent.
    proxy: secure ? true : undefined,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    store: new Sessions({
      client: connection.getClient(),
      dbName: connection.name,
      collectionName: COLLECTION,
      autoRemove: 'disabled',
      ttl: IDLE_SECONDS,
      touchAfter: TOUCH_SECONDS,
      transformId: (sid) => createHash('sha256').update(sid).digest('base64url'),
    }),
  });

/** Who signed in with this session; undefined for a visitor. */
export const subjectOf = (req: Request): string | undefined =>
  (req.session as Partial<SessionData> | undefined)?.subject;

/** True when the browser still holds the cookie of a session that has ended. */
export const hadSession = (req: Request): boolean =>
  (req.cookies as Record<string, unknown>)[COOKIE] !== undefined && subjectOf(req) === undefined;

/** Begins a session under a new id, so that an id known before signing in is worth nothing. */
export const startSession = async (req: Request, subject: string): Promise<void> => {
  await settled((done) => req.session.regenerate(done));
  req.session.subject = subject;
  await settled((done) => req.session.save(done));
};

export const endSession = async (req: Request, res: Response): Promise<void> => {
  await settled((done) => req.session.destroy(done));
  forgetSession(res);
};

/** Takes the cookie of an ended session from the browser. */
export const forgetSession = (res: Response): void => {
  res.clearCookie(COOKIE, { path: '/' });
};

const settled = (act: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    act((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('session store failed', { cause: error }));
    });
  });
