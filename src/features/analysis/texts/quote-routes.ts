import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import { isUuid, newId, type EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { bareForm, quoteForm, quoteQuery, quotesQuery } from './inputs';
import { pageOf } from './page-of';
import { attributesOf, faultsOfQuote, presentQuoteForm } from './present-quote';
import { presentQuotes, presentQuotesJson } from './present-quotes';
import { quoteNotFound } from './problems';
import type { QuoteId, ReadAnswer } from '.';

type Handler<Parameters = { id: string }> = RequestHandler<Parameters & { id: string }>;

/** Quotes made of answers, each checked by a person. */
export const quoteRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const readers = requireRole('evaluator', 'administrator');
  const answer = '/badania/:id/odpowiedzi/:pytanie/:odpowiedz';
  router.get(answer, readers, showQuoteForm(needs));
  router.post(answer, readers, takeQuote(needs));
  router.get('/badania/:id/cytaty', readers, showQuotes(needs));
  router.post('/badania/:id/cytaty/:cytat/wycofanie', readers, withdrawQuote(needs));
  return router;
};

type QuoteParameters = { pytanie: string; odpowiedz: string };

const readAnswer = (
  { analysis }: AnalysisRoutesNeeds,
  req: Request<QuoteParameters & { id: string }>,
): Promise<ReadAnswer> =>
  analysis.texts.readAnswer(req.params.id as EvaluationId, {
    code: req.params.pytanie,
    questionnaireCode: parseInput(quoteQuery, req.query).zbior,
    reference: req.params.odpowiedz,
  });

const showQuoteForm =
  (needs: AnalysisRoutesNeeds): Handler<QuoteParameters> =>
  async (req, res) => {
    const read = await readAnswer(needs, req);
    sendQuoteForm(req, res, read, { id: newId<'quote'>(), form: {}, faults: [] });
  };

const sendQuoteForm = (
  req: Request<QuoteParameters & { id: string }>,
  res: Response,
  read: ReadAnswer,
  state: Parameters<typeof presentQuoteForm>[1],
): void => {
  const translator = translatorOf(req);
  const title = translator.t('texts:quote.title');
  sendPage(req, res, {
    ...pageOf(read.evaluation),
    view: 'analysis/texts-quote',
    title: state.faults.length > 0 ? translator.t('layout:errorTitle', { title }) : title,
    status: state.faults.length > 0 ? 400 : 200,
    model: { page: presentQuoteForm(read, state, translator) },
  });
};

const takeQuote =
  (needs: AnalysisRoutesNeeds): Handler<QuoteParameters> =>
  async (req, res) => {
    const form = parseInput(quoteForm, req.body);
    const read = await readAnswer(needs, req);
    const faults = faultsOfQuote(read, form, translatorOf(req));
    if (faults.length > 0) {
      sendQuoteForm(req, res, read, { id: form.zgloszenie, form, faults });
      return;
    }
    const attributes = attributesOf(read, form.atrybuty);
    const quote = { id: form.zgloszenie as QuoteId, text: form.cytat.trim(), attributes };
    await needs.analysis.texts.addQuote(read, quote, actorOf(res));
    res.redirect(303, `/badania/${read.evaluation.id}/cytaty?zapisano=1`);
  };

const showQuotes =
  ({ analysis }: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    const query = parseInput(quotesQuery, req.query);
    const evaluationId = req.params.id as EvaluationId;
    const evaluation = await analysis.texts.readEvaluation(evaluationId);
    const translator = translatorOf(req);
    res.set('Vary', 'Accept');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentQuotesJson(await analysis.texts.listQuotes(evaluationId)));
      return;
    }
    const done = query.zapisano === '1' ? 'saved' : query.wycofano === '1' ? 'withdrawn' : null;
    const quotes = presentQuotes(evaluation, await analysis.texts.listAllQuotes(evaluationId), translator);
    sendPage(req, res, {
      ...pageOf(evaluation),
      view: 'analysis/texts-quotes',
      title: translator.t('texts:quotes.title'),
      model: {
        page: quotes,
        done: done === null ? null : translator.t(`texts:quotes.${done}`),
        newest: done === 'saved' ? (quotes.quotes[0]?.door ?? null) : null,
      },
    });
  };

const withdrawQuote =
  ({ analysis }: AnalysisRoutesNeeds): Handler<{ cytat: string }> =>
  async (req, res) => {
    parseInput(bareForm, req.body);
    const { id, cytat } = req.params;
    if (!isUuid(cytat)) throw quoteNotFound();
    const { id: evaluationId } = await analysis.texts.readEvaluation(id as EvaluationId);
    await analysis.texts.withdrawQuote(evaluationId, cytat as QuoteId, actorOf(res));
    res.redirect(303, `/badania/${evaluationId}/cytaty?wycofano=1`);
  };
