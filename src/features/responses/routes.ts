import express, { type Request, type RequestHandler, type Response as Reply, type Router } from 'express';
import { parseInput, sendPage, translatorOf, type Page, type PageKit } from '../../platform/http';
import { newId, type SubmissionId } from '../../platform/ids';
import { checkSheet, type CompiledVersion } from '../questionnaires/domain';
import type { Draft, Outcome, Receipt, Responses, Visit } from '.';
import { presentContact, type Contact } from './contact';
import { drawPage } from './draw-page';
import {
  codeForm,
  emailIn,
  pageNumberIn,
  postedForm,
  purposeIn,
  resultsForm,
  returnCodeIn,
  submissionIdIn,
  toControls,
} from './inputs';
import { presentIntro } from './present-intro';
import type { PageState } from './present-page';
import { presentScriptTexts } from './present-script-texts';
import { presentThanks, type EmailFormState } from './present-thanks';
import { noReceipt, noSuchPage, notAForm } from './problems';

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

/** Cookies of one questionnaire, gone with the browser window: the submission under way, and the finished one. */
const SUBMISSION = 'zgloszenie';
const RECEIPT = 'pokwitowanie';

const homeOf = (req: Asked): string => `/a/${req.params.token}`;

const cookieIn = (req: Asked, name: string): SubmissionId | undefined =>
  submissionIdIn((req.cookies as Record<string, unknown>)[name]);

/** Without cookies the id travels in the address. */
const idIn = (req: Asked, cookie: string): SubmissionId | undefined =>
  submissionIdIn(req.query['z']) ?? cookieIn(req, cookie);

const keepInCookie = (req: Asked, res: Reply, name: string, id: SubmissionId): void => {
  res.cookie(name, id, { httpOnly: true, sameSite: 'lax', path: homeOf(req), secure: req.secure });
};

const addressFor = (req: Asked, id: SubmissionId, path: string): string => {
  const travels = cookieIn(req, SUBMISSION) === id ? '' : `${path.includes('?') ? '&' : '?'}z=${id}`;
  return `${homeOf(req)}${path}${travels}`;
};

const requireForm = (req: Asked): void => {
  if (!req.is('application/x-www-form-urlencoded')) throw notAForm();
};

const admitted = (needs: ResponsesRoutesNeeds, visit: Visit): Visit => {
  const refusal = needs.responses.refusalOf(visit);
  if (refusal !== undefined) throw refusal;
  return visit;
};

const openPage = (
  { evaluation }: Visit,
  page: Pick<Page, 'view' | 'title' | 'model' | 'status' | 'scripts'>,
): Page => ({
  layout: 'public',
  bodyClass: 'quest',
  study: { id: evaluation.id, title: evaluation.shortTitle },
  institution: { name: evaluation.commissioner, region: evaluation.regionName },
  demonstration: evaluation.demonstration,
  ...page,
});

const showIntro =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = admitted(needs, await needs.responses.openVisit(req.params.token));
    sendIntro(needs, req, res, visit, undefined);
  };

const sendIntro = (
  needs: ResponsesRoutesNeeds,
  req: Asked,
  res: Reply,
  visit: Visit,
  wrongCode: string | undefined,
): void => {
  const translator = translatorOf(req);
  const intro = presentIntro(translator, visit, needs.contact);
  const codeError = wrongCode === undefined ? null : translator.t('responses:error.code');
  const page = {
    view: 'responses/show-intro',
    title: codeError === null ? intro.title : translator.t('responses:error.title', { title: intro.title }),
    status: codeError === null ? 200 : 400,
    scripts: codeError === null ? [] : [SCRIPT],
    model: {
      intro,
      contact: presentContact(needs.contact),
      start: `${homeOf(req)}/s/1`,
      codeAction: `${homeOf(req)}/kod`,
      codeError,
      typedCode: wrongCode ?? '',
    },
  };
  sendPage(req, res, openPage(visit, page));
};

const enterCode =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    requireForm(req);
    const visit = admitted(needs, await needs.responses.openVisit(req.params.token));
    const { kod } = parseInput(codeForm, req.body);
    const code = returnCodeIn(kod);
    const draft = code === undefined ? undefined : await needs.responses.resumeDraft(visit, code);
    if (draft === undefined) {
      sendIntro(needs, req, res, visit, kod);
      return;
    }
    keepInCookie(req, res, SUBMISSION, draft.id);
    res.redirect(303, addressFor(req, draft.id, `/s/${needs.responses.furthestPage(visit, draft)}`));
  };

const SCRIPT = '/js/responses/answer-page.js';

const showPage =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const { responses } = needs;
    const visit = admitted(needs, await responses.openVisit(req.params.token));
    const pageNumber = requirePageNumber(req, visit);
    const known = idIn(req, SUBMISSION);
    const draft = known === undefined ? undefined : await responses.findDraft(visit, known);
    const right = responses.rightPage(visit, draft, pageNumber);
    const id = known ?? newId<'submission'>();
    if (right !== pageNumber) {
      res.redirect(303, known === undefined ? `${homeOf(req)}/s/${right}` : addressFor(req, known, `/s/${right}`));
      return;
    }
    if (cookieIn(req, SUBMISSION) !== id) keepInCookie(req, res, SUBMISSION, id);
    sendQuestions(req, res, visit, id, stateOf(visit.version, pageNumber, draft, req.query['popraw'] === '1'));
  };

const requirePageNumber = (req: Asked, { version }: Visit): number => {
  const pageNumber = pageNumberIn(req.params.nr, version);
  if (pageNumber === undefined) throw noSuchPage(version.pages.length, `${homeOf(req)}/s/1`);
  return pageNumber;
};

const stateOf = (
  version: CompiledVersion,
  pageNumber: number,
  draft: Draft | undefined,
  mends: boolean,
): PageState => ({
  pageNumber,
  answers: draft?.answers ?? {},
  typed: draft?.typed ?? {},
  issues:
    mends && draft !== undefined ? checkSheet(version, draft.answers).filter(({ page }) => page === pageNumber) : [],
  hasRevealed: false,
  savedAt: draft?.savedAt,
});

const sendQuestions = (req: Asked, res: Reply, visit: Visit, submissionId: SubmissionId, state: PageState): void => {
  const translator = translatorOf(req);
  const { page, items } = drawPage(req.app.locals['pageKit'] as PageKit, translator, visit, state);
  const title = translator.t('responses:page.title', { title: page.title, place: page.place, pages: page.pages });
  const hasErrors = page.errors.length > 0;
  const shown = {
    view: 'responses/show-page',
    title: hasErrors ? translator.t('responses:error.title', { title }) : title,
    status: hasErrors && req.method === 'POST' ? 400 : 200,
    scripts: [SCRIPT],
    model: {
      page,
      items,
      submissionId,
      action: `${homeOf(req)}/s/${state.pageNumber}`,
      scriptTexts: presentScriptTexts(translator),
    },
  };
  sendPage(req, res, openPage(visit, shown));
};

const postPage =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    requireForm(req);
    const visit = await needs.responses.openVisit(req.params.token);
    const pageNumber = requirePageNumber(req, visit);
    const { id: sentId, step, fields } = toControls(parseInput(postedForm(visit.version), req.body));
    const id = sentId ?? idIn(req, SUBMISSION) ?? newId<'submission'>();
    const outcome = await needs.responses.answerPage(visit, { id, pageNumber, fields, step });
    if (outcome.kind === 'show-again') {
      const { reading } = outcome;
      const hasRevealed = reading.issues.length === 0;
      sendQuestions(req, res, visit, id, { pageNumber, ...reading, hasRevealed, savedAt: undefined });
      return;
    }
    if (step.kind === 'keep') {
      res.json({ savedAt: outcome.kind === 'kept' ? translatorOf(req).format.time(outcome.draft.savedAt) : null });
      return;
    }
    if (outcome.kind === 'received') rememberReceipt(req, res, outcome.receipt);
    res.redirect(303, addressAfter(req, id, pageNumber, outcome));
  };

const rememberReceipt = (req: Asked, res: Reply, { id }: Receipt): void => {
  keepInCookie(req, res, RECEIPT, id);
  res.clearCookie(SUBMISSION, { path: homeOf(req) });
};

const addressAfter = (
  req: Asked,
  id: SubmissionId,
  pageNumber: number,
  outcome: Exclude<Outcome, { kind: 'show-again' }>,
): string => {
  switch (outcome.kind) {
    case 'received':
      return addressFor(req, id, '/dziekujemy');
    case 'kept':
      return addressFor(req, id, '/pozniej');
    case 'moved':
      return `${addressFor(req, id, `/s/${pageNumber}`)}#${outcome.field}`;
    case 'go-to':
      return addressFor(req, id, `/s/${outcome.pageNumber}${outcome.mend ? '?popraw=1' : ''}`);
  }
};

const showReturnCode =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = admitted(needs, await needs.responses.openVisit(req.params.token));
    const id = idIn(req, SUBMISSION);
    const draft = id === undefined ? undefined : await needs.responses.findDraft(visit, id);
    if (draft === undefined) {
      res.redirect(303, homeOf(req));
      return;
    }
    const { t, format } = translatorOf(req);
    const later = {
      returnCode: draft.returnCode,
      closesOn: format.dayOfMonth(visit.evaluation.closesOn),
      address: `${req.protocol}://${req.get('host') ?? ''}${homeOf(req)}`,
      back: addressFor(req, draft.id, `/s/${needs.responses.furthestPage(visit, draft)}`),
    };
    sendPage(
      req,
      res,
      openPage(visit, { view: 'responses/show-return-code', title: t('responses:later.title'), model: { later } }),
    );
  };

const showThanks =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = await needs.responses.openVisit(req.params.token);
    const receipt = await requireReceipt(needs, visit, idIn(req, RECEIPT), homeOf(req));
    const saved = [req.query['zapisano']]
      .flat()
      .flatMap((name) => (name === 'wyniki' || name === 'rozmowa' ? [purposeIn(name)] : []));
    sendThanks(needs, req, res, visit, receipt, { saved, mistake: undefined });
  };

const requireReceipt = async (
  { responses }: ResponsesRoutesNeeds,
  visit: Visit,
  id: SubmissionId | undefined,
  home: string,
): Promise<Receipt> => {
  const receipt = id === undefined ? undefined : await responses.readReceipt(visit, id);
  if (receipt === undefined) throw noReceipt(home);
  return receipt;
};

const sendThanks = (
  needs: ResponsesRoutesNeeds,
  req: Asked,
  res: Reply,
  visit: Visit,
  receipt: Receipt,
  state: EmailFormState,
): void => {
  const translator = translatorOf(req);
  const title = translator.t('responses:thanks.pageTitle');
  const hasMistake = state.mistake !== undefined;
  const page = {
    view: 'responses/show-thanks',
    title: hasMistake ? translator.t('responses:error.title', { title }) : title,
    status: hasMistake ? 400 : 200,
    scripts: hasMistake ? [SCRIPT] : [],
    model: {
      thanks: presentThanks(translator, visit, receipt, state),
      contact: presentContact(needs.contact),
      submissionId: receipt.id,
      resultsAction: `${homeOf(req)}/wyniki`,
    },
  };
  sendPage(req, res, openPage(visit, page));
};

const askForResults =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    requireForm(req);
    const visit = await needs.responses.openVisit(req.params.token);
    const form = parseInput(resultsForm, req.body);
    const receipt = await requireReceipt(
      needs,
      visit,
      submissionIdIn(form.zgloszenie) ?? idIn(req, RECEIPT),
      homeOf(req),
    );
    const email = emailIn(form.email);
    if (email === undefined) {
      sendThanks(needs, req, res, visit, receipt, {
        saved: [],
        mistake: { purpose: purposeIn(form.cel), typed: form.email },
      });
      return;
    }
    await needs.responses.askForResults(visit, email, purposeIn(form.cel));
    const travels = cookieIn(req, RECEIPT) === receipt.id ? '' : `&z=${receipt.id}`;
    res.redirect(303, `${homeOf(req)}/dziekujemy?zapisano=${form.cel}${travels}#${form.cel}`);
  };
