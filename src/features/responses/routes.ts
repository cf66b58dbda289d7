import express, { type Request, type RequestHandler, type Response as Reply, type Router } from 'express';
import { parseInput, sendPage, translatorOf, type Page, type PageKit } from '../../platform/http';
import { newId, type SubmissionId } from '../../platform/ids';
import { checkSheet, type CompiledVersion } from '../questionnaires/domain';
import type { Draft, Outcome, Receipt, Responses, Visit } from '.';
import type { Contact } from './contact';
import { BLANK_TARGET, drawQuestions, drawWhole, fillBlankPage, isBlank, type PageTarget } from './draw-page';
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
import { introPage, questionsPage, returnCodePage, thanksPage, type Frame } from './pages';
import type { PageState } from './present-page';
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

const frameOf = ({ contact }: ResponsesRoutesNeeds, req: Asked, visit: Visit): Frame => ({
  translator: translatorOf(req),
  visit,
  home: homeOf(req),
  contact,
});

const showIntro =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = admitted(needs, await needs.responses.openVisit(req.params.token));
    sendPage(req, res, introPage(frameOf(needs, req, visit), undefined));
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
      sendPage(req, res, introPage(frameOf(needs, req, visit), kod));
      return;
    }
    keepInCookie(req, res, SUBMISSION, draft.id);
    res.redirect(303, addressFor(req, draft.id, `/s/${needs.responses.furthestPage(visit, draft)}`));
  };

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
    sendQuestions(
      frameOf(needs, req, visit),
      req,
      res,
      id,
      stateOf(visit.version, pageNumber, draft, req.query['popraw'] === '1'),
    );
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

const sendQuestions = (frame: Frame, req: Asked, res: Reply, submissionId: SubmissionId, state: PageState): void => {
  const kit = req.app.locals['pageKit'] as PageKit;
  const { translator, visit, home } = frame;
  const target = { submissionId, action: `${home}/s/${state.pageNumber}` };
  const pageFor = (drawnFor: PageTarget): Page =>
    questionsPage(frame, drawQuestions(kit, translator, visit, state, drawnFor), req.method === 'POST');
  if (!isBlank(state)) {
    sendPage(req, res, pageFor(target));
    return;
  }
  const theme = themeOf(req);
  const sameFor = [translator.locale, theme ?? 'auto', state.pageNumber, visit.evaluation.shortTitle].join(' ');
  const draw = (): string => drawWhole(kit, translator, pageFor(BLANK_TARGET), theme);
  res
    .type('html')
    .set('Cache-Control', 'no-store')
    .send(fillBlankPage(visit.version, sameFor, target, draw));
};

const themeOf = (req: Asked): 'light' | 'dark' | undefined => {
  const theme = (req.cookies as Record<string, unknown>)['motyw'];
  return theme === 'light' || theme === 'dark' ? theme : undefined;
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
      sendQuestions(frameOf(needs, req, visit), req, res, id, {
        pageNumber,
        ...reading,
        hasRevealed,
        savedAt: undefined,
      });
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
    const address = `${req.protocol}://${req.get('host') ?? ''}${homeOf(req)}`;
    const back = addressFor(req, draft.id, `/s/${needs.responses.furthestPage(visit, draft)}`);
    sendPage(req, res, returnCodePage(frameOf(needs, req, visit), draft, address, back));
  };

const showThanks =
  (needs: ResponsesRoutesNeeds): Handler =>
  async (req, res) => {
    const visit = await needs.responses.openVisit(req.params.token);
    const receipt = await requireReceipt(needs, visit, idIn(req, RECEIPT), homeOf(req));
    const saved = [req.query['zapisano']]
      .flat()
      .flatMap((name) => (name === 'wyniki' || name === 'rozmowa' ? [purposeIn(name)] : []));
    sendPage(req, res, thanksPage(frameOf(needs, req, visit), receipt, { saved, mistake: undefined }));
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
      const mistake = { purpose: purposeIn(form.cel), typed: form.email };
      sendPage(req, res, thanksPage(frameOf(needs, req, visit), receipt, { saved: [], mistake }));
      return;
    }
    await needs.responses.askForResults(visit, email, purposeIn(form.cel));
    const travels = cookieIn(req, RECEIPT) === receipt.id ? '' : `&z=${receipt.id}`;
    res.redirect(303, `${homeOf(req)}/dziekujemy?zapisano=${form.cel}${travels}#${form.cel}`);
  };
