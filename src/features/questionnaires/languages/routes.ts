import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, translatorOf, wantsJson } from '../../../platform/http';
import { actorOf, requireRole } from '../../accounts';
import {
  completenessOf,
  isComplete,
  isTranslationLanguage,
  translationState,
  type Proposal,
  type TranslationLanguage,
} from '../domain';
import type { Desk } from '../open-desk';
import { readingRoles, writingRoles } from '../policy';
import { deskAddress } from '../present-frame';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { deskOf, keyOf, send, type OfQuestionnaire } from './desk-page';
import { fillFromBank } from './fill-from-bank';
import { bareInput, offerInput, textsInput, viewQuery, type TextsInput } from './inputs';
import { offerLanguage, withdrawLanguage } from './offer-language';
import { addressOf, namesOf, presentLanguage, type LanguageQuestion } from './present-language';
import { presentOfferQuestion, presentOverview } from './present-overview';
import { presentSaved } from './present-saved';
import { languageNotFound } from './problems';
import { saveTranslations, type SavedTranslations } from './save-translations';
import { askForSheet, confirmSheet, sendSheet, sendSheetAsCsv, showReport, takeSheet } from './sheet-handlers';
import { suggesting } from './suggestions';

type OfLanguage = OfQuestionnaire & { jezyk: string };

/** The questionnaire in its languages: how far each is, the texts side by side, and what respondents are offered. */
export const languagesRoutes = (needs: QuestionnairesRoutesNeeds): Router => {
  const router = express.Router();
  const home = '/badania/:id/kwestionariusz/:kod/jezyki';
  const readers = requireRole(...readingRoles);
  const writers = requireRole(...writingRoles);
  router.get(home, readers, showOverview(needs));
  router.get(`${home}/arkusz.xlsx`, readers, sendSheet(needs));
  router.get(`${home}/arkusz.csv`, readers, sendSheetAsCsv(needs));
  router.get(`${home}/wczytanie`, writers, askForSheet(needs));
  router.post(`${home}/wczytanie`, writers, takeSheet(needs));
  router.get(`${home}/wczytanie/:arkusz`, writers, showReport(needs));
  router.post(`${home}/wczytanie/:arkusz`, writers, confirmSheet(needs));
  router.get(`${home}/:jezyk`, readers, showLanguage(needs));
  router.post(`${home}/:jezyk`, writers, saveTexts(needs));
  router.get(`${home}/:jezyk/oferta`, writers, askBeforeOffering(needs));
  router.post(`${home}/:jezyk/oferta`, writers, changeOffer(needs));
  router.post(`${home}/:jezyk/z-banku`, writers, fill(needs));
  return router;
};

const showOverview =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const { zapisano, wczytano, pominieto = 0 } = parseInput(viewQuery, req.query);
    const desk = await deskOf(needs, req.params);
    const { t } = translatorOf(req);
    const messages = [
      ...(zapisano === undefined ? [] : [t('languages:overview.changed')]),
      ...(wczytano === undefined ? [] : [t('languages:form.saved', { count: wczytano })]),
      ...(pominieto === 0 ? [] : [t('languages:report.overtaken', { count: pominieto })]),
    ];
    const message = messages.length === 0 ? null : messages.join(' ');
    send(req, res, desk, {
      view: 'questionnaires/languages/overview',
      model: { ...presentOverview(translatorOf(req), desk, actorOf(res), message) },
    });
  };

const showLanguage =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfLanguage> =>
  async (req, res) => {
    const { strona, pokaz, zapisano } = parseInput(viewQuery, req.query);
    const language = languageOf(req.params);
    const desk = await deskOf(needs, req.params);
    const message = zapisano === undefined ? null : translatorOf(req).t('languages:form.saved', { count: zapisano });
    const returned = { conflicts: [], refusals: [] };
    sendLanguage(req, res, desk, { language, shown: pokaz, section: strona, message, returned });
  };

const saveTexts =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfLanguage> =>
  async (req, res) => {
    const input = parseInput(textsInput, req.body ?? {});
    const language = languageOf(req.params);
    const desk = await deskOf(needs, req.params);
    const proposals = proposalsOf(input, desk, language);
    const outcome = await saveTranslations(needs.questionnaires)(
      keyOf(req.params),
      actorOf(res).name,
      language,
      proposals,
    );
    if (wantsJson(req)) {
      res.json(presentSaved(translatorOf(req), outcome, language));
      return;
    }
    await answerForm(needs, req, res, { input, language, outcome });
  };

interface Answered {
  readonly input: TextsInput;
  readonly language: TranslationLanguage;
  readonly outcome: SavedTranslations;
}

/** On to the next page, or back to the form with what could not be taken. */
const answerForm = async (
  needs: QuestionnairesRoutesNeeds,
  req: Request<OfLanguage>,
  res: Response,
  { input, language, outcome }: Answered,
): Promise<void> => {
  const { conflicts, refusals, taken } = outcome;
  const desk = await deskOf(needs, req.params);
  const question = {
    language,
    shown: input.pokaz,
    section: input.strona,
    message: null,
    returned: { conflicts, refusals },
  };
  if (conflicts.length + refusals.length > 0) {
    const message = taken.length === 0 ? null : translatorOf(req).t('languages:form.saved', { count: taken.length });
    res.status(conflicts.length > 0 ? 409 : 422);
    sendLanguage(req, res, desk, { ...question, message });
    return;
  }
  const here = `${deskAddress(desk)}/jezyki/${language}`;
  const next = input.dalej === undefined ? null : presentLanguage(translatorOf(req), desk, actorOf(res), question).next;
  res.redirect(303, `${next?.address ?? addressOf(here, input.strona, input.pokaz)}&zapisano=${taken.length}`);
};

const proposalsOf = (input: TextsInput, desk: Desk, language: TranslationLanguage): readonly Proposal[] => {
  const places = translationState(desk.draft.definition, language);
  const suggestionFor = suggesting(places, language, namesOf(desk));
  const wanted = places.find(({ key }) => key === input.propozycja);
  const suggestion = wanted === undefined ? null : suggestionFor(wanted);
  return input.klucz.map((key, index) => ({
    key,
    from: input.polski[index] ?? '',
    previous: input.bylo[index] ?? '',
    text: key === wanted?.key && suggestion !== null ? suggestion.text : (input.tekst[index] ?? ''),
    stillFits: input.pasuje.includes(key),
  }));
};

const askBeforeOffering =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfLanguage> =>
  async (req, res) => {
    const language = languageOf(req.params);
    const desk = await deskOf(needs, req.params);
    send(req, res, desk, {
      view: 'questionnaires/languages/ask-before-offering',
      model: { ...presentOfferQuestion(translatorOf(req), desk, actorOf(res), language) },
    });
  };

const changeOffer =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfLanguage> =>
  async (req, res) => {
    const { oferta, 'mimo-brakow': despiteGaps } = parseInput(offerInput, req.body ?? {});
    const language = languageOf(req.params);
    const desk = await deskOf(needs, req.params);
    const home = `${deskAddress(desk)}/jezyki`;
    const isReady = isComplete(completenessOf(desk.draft.definition, language));
    if (oferta === 'tak' && !isReady && despiteGaps === undefined) {
      res.redirect(303, `${home}/${language}/oferta`);
      return;
    }
    const change = oferta === 'tak' ? offerLanguage : withdrawLanguage;
    await change(needs.questionnaires)(keyOf(req.params), actorOf(res).name, language);
    res.redirect(303, `${home}?zapisano=1`);
  };

const fill =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfLanguage> =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const language = languageOf(req.params);
    const desk = await deskOf(needs, req.params);
    const by = actorOf(res).name;
    const { filled } = await fillFromBank(needs.questionnaires)(keyOf(req.params), by, language, namesOf(desk));
    res.redirect(303, `${deskAddress(desk)}/jezyki/${language}?zapisano=${filled}`);
  };

const languageOf = ({ jezyk }: OfLanguage): TranslationLanguage => {
  if (!isTranslationLanguage(jezyk)) throw languageNotFound();
  return jezyk;
};

const sendLanguage = (req: Request, res: Response, desk: Desk, question: LanguageQuestion): void => {
  const translator = translatorOf(req);
  send(req, res, desk, {
    view: 'questionnaires/languages/translate',
    model: { ...presentLanguage(translator, desk, actorOf(res), question) },
    scripts: ['/js/questionnaires/translate.js'],
  });
};
