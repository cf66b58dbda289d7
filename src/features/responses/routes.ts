import express, { type Request, type RequestHandler, type Response as Reply, type Router } from 'express';
import { localeOf, parseInput, sendPage, speak, translatorOf, type Page, type PageKit } from '../../platform/http';
import { newId, type SubmissionId } from '../../platform/ids';
import { checkSheet } from '../questionnaires/domain';
import type { Outcome, Receipt, Responses, Visit } from '.';
import type { Contact } from './contact';
import { blankTarget, drawQuestions, drawWhole, fillBlankPage, isBlank, type PageTarget } from './draw-page';
import {
  codeForm,
  emailIn,
  pageNumberIn,
  postedForm,
  purposeIn,
  resultsForm,
  returnCodeIn,
  toControls,
} from './inputs';
import { introPage, questionsPage, returnCodePage, thanksPage, type Frame } from './pages';
import type { PageState } from './present-page';
import { noReceipt, noSuchPage, notAForm } from './problems';
import { addressFor, cookieIn, COOKIES, homeOf, idIn, languageIn, wishIn, type CookieName } from './read-request';

export interface ResponsesRoutesNeeds {
  readonly responses: Responses;
  /** Absent while nobody has configured one; pages then name the commissioner. */
  readonly contact?: Contact;
}

type Handler = RequestHandler<{ token: string; nr: string }>;
type Asked = Request<{ token: string; nr: string }>;

/** The questionnaire as respondents meet it, below `/a/:token`. */
export const responsesRoutes = (needs: ResponsesRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/a/:token', showIntro(needs));
  router.post('/a/:token/kod', enterCode(needs));
  router.get('/a/:token/s/:nr', showPage(needs));
  router.post('/a/:token/s/:nr', postPage(needs));
  router.get('/a/:token/pozniej', showReturnCode(needs));
  router.get('/a/:token/dziekujemy', showThanks(needs));
  router.post('/a/:token/wyniki', askForResults(needs));
  return router;
};

const keepInCookie = (req: Asked, res: Reply, name: CookieName, value: string): void => {
  if (cookieIn(req, name) === value) return;
  res.cookie(name, value, { httpOnly: true, sameSite: 'lax', path: homeOf(req), secure: req.secure });
};

/** Opens the visit that a request belongs to; from here on its replies speak the respondent's language. */
const enter = async (
  { responses }: ResponsesRoutesNeeds,
  req: Asked,
  res: Reply,
  changes: { readonly id?: SubmissionId } = {},
): Promise<Visit> => {
  const wish = { ...wishIn(req, localeOf(req)), ...changes };
  if (wish.language !== undefined) speak(res, wish.language);
  const visit = await responses.openVisit(req.params.token, wish);
  speak(res, visit.locale);
  if (visit.chosen !== undefined && visit.chosen === languageIn(req.query['lang']))
    keepInCookie(req, res, COOKIES.language, visit.chosen);
  return visit;
};

const requireForm = (req: Asked): void => {
  if (!req.is('application/x-www-form-urlencoded')) throw notAForm();
};

const admitted = (needs: ResponsesRoutesNeeds, visit: Visit): Visit => {
  const refusal = needs.responses.refusalOf(visit);
  if (refusal !== undefined) throw refusal;
  return visit;
};

/** Lets in whoever may have a return code, too. */
const admittedWithCode = (needs: ResponsesRoutesNeeds, visit: Visit): Visit => {
  const refusal = needs.responses.refusalOfAll(visit);
  if (refusal !== undefined) throw refusal;
  return visit;
};

const frameOf = ({ contact }: ResponsesRoutesNeeds, req: Asked, visit: Visit): Frame => ({
  translator: translatorOf(req),
  visit,
  home: homeOf(req),
  start: addressFor(req, visit, undefined, '/s/1'),
  contact,
});

const showIntro =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = admittedWithCode(needs, await enter(needs, req, res));
    sendPage(req, res, introPage(frameOf(needs, req, visit), undefined));
  };

const enterCode =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    requireForm(req);
    const visit = admittedWithCode(needs, await enter(needs, req, res));
    const { kod } = parseInput(codeForm, req.body);
    const code = returnCodeIn(kod);
    const draft = code === undefined ? undefined : await needs.responses.resumeDraft(visit, code);
    if (draft === undefined) {
      sendPage(req, res, introPage(frameOf(needs, req, visit), kod));
      return;
    }
    const resumed = await enter(needs, req, res, { id: draft.id });
    keepInCookie(req, res, COOKIES.submission, draft.id);
    res.redirect(303, addressFor(req, resumed, draft.id, `/s/${needs.responses.furthestPage(resumed, draft)}`));
  };

const showPage =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = admitted(needs, await enter(needs, req, res));
    const pageNumber = requirePageNumber(req, visit);
    const known = idIn(req, COOKIES.submission);
    const right = needs.responses.rightPage(visit, pageNumber);
    const id = known ?? newId<'submission'>();
    if (right !== pageNumber) {
      res.redirect(303, addressFor(req, visit, known, `/s/${right}`));
      return;
    }
    keepInCookie(req, res, COOKIES.submission, id);
    sendQuestions(frameOf(needs, req, visit), req, res, stateOf(visit, id, pageNumber, req.query['popraw'] === '1'));
  };

const requirePageNumber = (req: Asked, { version }: Visit): number => {
  const pageNumber = pageNumberIn(req.params.nr, version);
  if (pageNumber === undefined) throw noSuchPage(version.pages.length, `${homeOf(req)}/s/1`);
  return pageNumber;
};

const stateOf = ({ version, draft }: Visit, seed: SubmissionId, pageNumber: number, mends: boolean): PageState => ({
  pageNumber,
  answers: draft?.answers ?? {},
  typed: draft?.typed ?? {},
  issues:
    mends && draft !== undefined ? checkSheet(version, draft.answers).filter(({ page }) => page === pageNumber) : [],
  hasRevealed: false,
  savedAt: draft?.savedAt,
  seed,
});

const sendQuestions = (frame: Frame, req: Asked, res: Reply, state: PageState): void => {
  const kit = req.app.locals['pageKit'] as PageKit;
  const { translator, visit, home } = frame;
  const { version, versionId, evaluation, chosen } = visit;
  const carried = { wersja: versionId, ...(chosen === undefined ? {} : { jezyk: chosen }) };
  const target = {
    action: `${home}/s/${state.pageNumber}`,
    carried: { ...carried, zgloszenie: state.seed },
    isPreview: false,
  };
  const pageFor = (drawnFor: PageTarget): Page =>
    questionsPage(evaluation, drawQuestions(kit, translator, visit, state, drawnFor), req.method === 'POST');
  if (!isBlank(version, state)) {
    sendPage(req, res, pageFor(target));
    return;
  }
  const theme = themeOf(req);
  const sameFor = [translator.locale, chosen, theme, state.pageNumber, evaluation.shortTitle].join(' ');
  const draw = (): string => drawWhole(kit, translator, pageFor(blankTarget(carried)), theme);
  res
    .type('html')
    .set('Cache-Control', 'no-store')
    .send(fillBlankPage(version, sameFor, target, draw));
};

const themeOf = (req: Asked): 'light' | 'dark' | undefined => {
  const theme = (req.cookies as Record<string, unknown>)['motyw'];
  return theme === 'light' || theme === 'dark' ? theme : undefined;
};

const postPage =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    requireForm(req);
    const id = idIn(req, COOKIES.submission) ?? newId<'submission'>();
    const visit = await enter(needs, req, res, { id });
    const pageNumber = requirePageNumber(req, visit);
    const controls = toControls(parseInput(postedForm(visit.version), req.body));
    const outcome = await needs.responses.answerPage(visit, { id, pageNumber, ...controls });
    if (outcome.kind === 'show-again') {
      const { reading } = outcome;
      const hasRevealed = reading.issues.length === 0;
      const state = { pageNumber, ...reading, hasRevealed, savedAt: undefined, seed: id };
      sendQuestions(frameOf(needs, req, visit), req, res, state);
      return;
    }
    if (controls.step.kind === 'keep') {
      res.json({ savedAt: outcome.kind === 'kept' ? translatorOf(req).format.time(outcome.draft.savedAt) : null });
      return;
    }
    if (outcome.kind === 'received') rememberReceipt(req, res, outcome.receipt);
    res.redirect(303, addressFor(req, visit, id, pathAfter(pageNumber, outcome)));
  };

const rememberReceipt = (req: Asked, res: Reply, { id }: Receipt): void => {
  keepInCookie(req, res, COOKIES.receipt, id);
  res.clearCookie(COOKIES.submission, { path: homeOf(req) });
};

const pathAfter = (pageNumber: number, outcome: Exclude<Outcome, { kind: 'show-again' }>): string => {
  switch (outcome.kind) {
    case 'received':
      return '/dziekujemy';
    case 'kept':
      return '/pozniej';
    case 'moved':
      return `/s/${pageNumber}#${outcome.field}`;
    case 'go-to':
      return `/s/${outcome.pageNumber}${outcome.mend ? '?popraw=1' : ''}`;
  }
};

const showReturnCode =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = admitted(needs, await enter(needs, req, res));
    const { draft } = visit;
    if (draft === undefined) {
      res.redirect(303, homeOf(req));
      return;
    }
    const address = `${req.protocol}://${req.get('host') ?? ''}${homeOf(req)}`;
    const back = addressFor(req, visit, draft.id, `/s/${needs.responses.furthestPage(visit, draft)}`);
    sendPage(req, res, returnCodePage(frameOf(needs, req, visit), draft, address, back));
  };

const showThanks =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = await enter(needs, req, res);
    const receipt = await requireReceipt(needs, req, visit);
    const saved = [req.query['zapisano']]
      .flat()
      .flatMap((name) => (name === 'wyniki' || name === 'rozmowa' ? [purposeIn(name)] : []));
    sendPage(req, res, thanksPage(frameOf(needs, req, visit), receipt, { saved, mistake: undefined }));
  };

const requireReceipt = async ({ responses }: ResponsesRoutesNeeds, req: Asked, visit: Visit): Promise<Receipt> => {
  const id = idIn(req, COOKIES.receipt);
  const receipt = id === undefined ? undefined : await responses.readReceipt(visit, id);
  if (receipt === undefined) throw noReceipt(homeOf(req));
  return receipt;
};

const askForResults =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    requireForm(req);
    const visit = await enter(needs, req, res);
    const form = parseInput(resultsForm, req.body);
    const receipt = await requireReceipt(needs, req, visit);
    const email = emailIn(form.email);
    if (email === undefined) {
      const mistake = { purpose: purposeIn(form.cel), typed: form.email };
      sendPage(req, res, thanksPage(frameOf(needs, req, visit), receipt, { saved: [], mistake }));
      return;
    }
    await needs.responses.askForResults(visit, email, purposeIn(form.cel));
    const travels = cookieIn(req, COOKIES.receipt) === receipt.id ? undefined : receipt.id;
    res.redirect(303, addressFor(req, visit, travels, `/dziekujemy?zapisano=${form.cel}#${form.cel}`));
  };
