import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf, uploadedFile } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { scopeOf, send, type OfEvaluation, type OfNewImport } from './desk-page';
import { bareInput, newQuestionnaireInput } from './inputs';
import { presentReport } from './present-report';
import type { QuestionnaireImport } from './store';

/** A questionnaire that begins as a file. */
export const askForFile =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfEvaluation> =>
  async (req, res) => {
    const evaluation = await needs.readEvaluation(req.params.id as EvaluationId);
    sendForm(req, res, evaluation, null);
  };

export const takeNewFile =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfEvaluation> =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const evaluation = await needs.readEvaluation(req.params.id as EvaluationId);
    const file = uploadedFile(req);
    if (file === undefined) {
      res.status(422);
      sendForm(req, res, evaluation, translatorOf(req).t('interchange:problems.no-file.text'));
      return;
    }
    const id = await needs.questionnaires.interchange.readFile(scopeOf(req.params, actorOf(res)), file);
    res.redirect(303, `${addressOf(evaluation)}/${id}`);
  };

export const showNewReport =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfNewImport> =>
  async (req, res) => {
    const evaluation = await needs.readEvaluation(req.params.id as EvaluationId);
    const reading = await needs.questionnaires.interchange.readImport(
      scopeOf(req.params, actorOf(res)),
      req.params.plik,
    );
    const code = /^[a-z][a-z0-9-]{1,39}$/.test(reading.definition?.code ?? '') ? (reading.definition?.code ?? '') : '';
    sendReport(req, res, evaluation, reading, { code, title: reading.definition?.title ?? '', error: null });
  };

export const confirmNew =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfNewImport> =>
  async (req, res) => {
    const { kod, tytul } = parseInput(newQuestionnaireInput, req.body ?? {});
    const evaluation = await needs.readEvaluation(req.params.id as EvaluationId);
    const { interchange } = needs.questionnaires;
    const reading = await interchange.readImport(scopeOf(req.params, actorOf(res)), req.params.plik);
    const error = await codeError(req, needs, evaluation, kod);
    if (error !== null) {
      res.status(422);
      sendReport(req, res, evaluation, reading, { code: kod, title: tytul, error });
      return;
    }
    const draft = await interchange.beginQuestionnaire(reading, { code: kod, title: tytul }, actorOf(res).name);
    res.redirect(303, `/badania/${evaluation.id}/kwestionariusz/${draft.code}/pytania`);
  };

/** Parts of addresses that are no questionnaires. */
const RESERVED = new Set(['nowy', 'wczytaj', 'szablony']);

const codeError = async (
  req: Request,
  { questionnaires }: QuestionnairesRoutesNeeds,
  { id }: Evaluation,
  code: string,
): Promise<string | null> => {
  const { t } = translatorOf(req);
  if (code === '' || RESERVED.has(code)) return t('interchange:new.code-error');
  const drafts = await questionnaires.drafts.listDrafts(id);
  return drafts.some((draft) => draft.code === code) ? t('interchange:new.code-taken', { code }) : null;
};

const addressOf = ({ id }: Evaluation): string => `/badania/${id}/kwestionariusz/wczytaj`;

const sendForm = (req: Request, res: Response, evaluation: Evaluation, error: string | null): void => {
  send(req, res, evaluation, {
    view: 'questionnaires/interchange/new-from-file',
    title: translatorOf(req).t('interchange:new.title'),
    model: { error, address: addressOf(evaluation), back: `/badania/${evaluation.id}/kwestionariusz` },
  });
};

interface Naming {
  readonly code: string;
  readonly title: string;
  readonly error: string | null;
}

const sendReport = (
  req: Request,
  res: Response,
  evaluation: Evaluation,
  reading: QuestionnaireImport,
  naming: Naming,
): void => {
  const translator = translatorOf(req);
  send(req, res, evaluation, {
    view: 'questionnaires/interchange/show-new-report',
    title: `${translator.t('interchange:report.title')} – ${translator.t('interchange:new.title')}`,
    model: {
      naming,
      report: presentReport(translator, reading),
      address: `${addressOf(evaluation)}/${reading.id}`,
      back: addressOf(evaluation),
    },
  });
};
