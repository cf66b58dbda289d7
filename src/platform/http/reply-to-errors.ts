import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from '../log';
import { Problem, type ProblemKind } from '../problems';
import { sendPage, translatorOf, wantsJson } from './send-page';

const STATUS: Readonly<Record<ProblemKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

const PARSER_PROBLEMS: Readonly<Record<string, Problem>> = {
  'entity.too.large': new Problem('http.too-large', 'too-large'),
  'parameters.too.many': new Problem('http.too-large', 'too-large'),
  'encoding.unsupported': new Problem('http.malformed', 'invalid'),
  'charset.unsupported': new Problem('http.malformed', 'invalid'),
  'request.size.invalid': new Problem('http.malformed', 'invalid'),
  'request.aborted': new Problem('http.malformed', 'invalid'),
  'entity.parse.failed': new Problem('http.malformed', 'invalid'),
};

/** Errors of the body parser and of address decoding become Problems; anything else is our bug. */
const toProblem = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error;
  if (error instanceof URIError) return new Problem('http.malformed', 'invalid');
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  return PARSER_PROBLEMS[type];
};

const sentences = (problem: Problem, req: Parameters<RequestHandler>[0]) => {
  const { t, has } = translatorOf(req);
  const [chapter, name] = problem.code.split('.') as [string, string];
  const key = `${chapter}:problems.${name}`;
  if (!has(`${key}.title`)) throw new Error(`No sentence for problem ${problem.code}`);
  return { title: t(`${key}.title`, problem.details), text: t(`${key}.text`, problem.details) };
};

export const refuseUnknownAddress: RequestHandler = () => {
  throw new Problem('http.not-found', 'not-found');
};

/** The one place where a Problem becomes a status and a page, and a bug an apology with a number. */
export const replyToErrors =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const known = toProblem(error);
    const requestId = String(res.locals['requestId']);
    if (known === undefined) log.error({ requestId, err: error, route: req.route as unknown }, 'unexpected error');
    const problem = known ?? new Problem('http.our-fault', 'unavailable');
    const status = known === undefined ? 500 : STATUS[problem.kind];
    const { title, text } = sentences(problem, req);
    if (wantsJson(req)) {
      res.status(status).json({ code: problem.code, title, text, requestId });
      return;
    }
    sendPage(req, res, {
      layout: 'public',
      view: 'errors/show-problem',
      title,
      status,
      bodyClass: 'compact errs',
      model: { title, text, status, requestId, isOurFault: known === undefined, home: problem.details['home'] ?? '/' },
    });
  };
