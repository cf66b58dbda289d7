import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { Problem } from '../problems';

/** Only our own files, no inline script or style, no frames; `http` stays allowed on a local network. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });

/** Every request gets an id of its own, printed on the apology page and in the log line of the same event. */
export const requestId: RequestHandler = (_req, res, next) => {
  res.locals['requestId'] = randomUUID().slice(0, 8).toUpperCase();
  next();
};

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses forms posted from another site, by what the browser itself says of their origin. */
export const refuseForeignForms: RequestHandler = (req, _res, next) => {
  if (SAFE_METHODS.has(req.method)) {
    next();
    return;
  }
  const site = req.get('sec-fetch-site');
  const origin = req.get('origin');
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && origin !== 'null' && new URL(origin).host !== req.get('host');
  if (foreignSite || (site === undefined && foreignOrigin)) throw new Problem('http.foreign-form', 'forbidden');
  next();
};

const changePolicy = (res: Response, change: (policy: string) => string): void => {
  const policy = res.getHeader('Content-Security-Policy');
  if (typeof policy === 'string') res.setHeader('Content-Security-Policy', change(policy));
};

/** Lets this one page hold frames with pages of our own. */
export const allowOwnFrames = (res: Response): void => {
  changePolicy(res, (policy) => `${policy};frame-src 'self'`);
};

/** Lets pages of our own hold this one reply in a frame. */
export const allowToBeFramed = (res: Response): void => {
  changePolicy(res, (policy) => policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
};
