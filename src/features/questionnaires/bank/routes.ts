import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, uploadedFile } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole, type Account } from '../../accounts';
import { currentOf } from '../domain/bank';
import { writingRoles } from '../policy';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { addressOf, HOME } from './address';
import { addToQuestionnaire } from './add-to-questionnaire';
import { countUsage } from './count-usage';
import { writeBankFile } from './file-format';
import {
  BankQuery,
  ChoiceInput,
  FileQuery,
  NewItemQuery,
  publishedBankSchema,
  SavingInput,
  StartInput,
  TakingInput,
  TemplateQuery,
  UploadInput,
} from './inputs';
import { presentImport } from './present-import';
import { presentNewItem } from './present-new-item';
import { presentRecord } from './present-record';
import { evaluationOptions, presentTemplates } from './present-templates';
import { fileUnreadable, noSuchEntry, noSuchTemplate } from './problems';
import type { Bank } from '.';
import { readBankPage, type BankPageNeeds } from './read-bank-page';
import { templateFile } from './template-file';

type Needs = QuestionnairesRoutesNeeds & BankPageNeeds & { readonly bank: Bank };

/** The item bank, its templates and its files. */
export const bankRoutes = (routesNeeds: QuestionnairesRoutesNeeds): Router => {
  const { questionnaires, listEvaluations, clock } = routesNeeds;
  const { drafts, bank, listVersions } = questionnaires;
  const usage = countUsage({ listEvaluations, listVersions, drafts, clock });
  const needs: Needs = { ...routesNeeds, bank, drafts, usage };
  const router = express.Router();
  router.use(HOME, requireRole(...writingRoles));
  router.get(HOME, showBank(needs));
  router.post(HOME, addItems(needs));
  router.post(`${HOME}/wybor`, keepChoice(needs));
  router.get(`${HOME}/pozycje.json`, downloadItems(needs));
  router.get(`${HOME}/pozycje.schema.json`, sendSchema);
  router.get(`${HOME}/pozycje/:kod`, showRecord(needs));
  router.post(`${HOME}/pozycje`, saveItem(needs));
  router.get(`${HOME}/nowa`, showNewItem(needs));
  router.get(`${HOME}/wczytaj`, showUpload);
  router.post(`${HOME}/wczytaj`, importItems(needs));
  router.get(`${HOME}/szablony`, showTemplates(needs));
  router.post(`${HOME}/szablony`, startFromTemplate(needs));
  router.get(`${HOME}/szablony/:plik`, downloadTemplate);
  return router;
};

const accountOf = (res: Response): Account => res.locals['account'] as Account;

const showBank =
  (needs: Needs): RequestHandler =>
  async (req, res) => {
    const query = parseInput(BankQuery, req.query);
    const translator = translatorOf(req);
    const { model, isDemonstration } = await readBankPage(needs)(translator, query, { done: query });
    sendPage(req, res, {
      layout: 'staff',
      view: 'questionnaires/bank/show-bank',
      title: translator.t('bank:title'),
      current: 'bank',
      demonstration: isDemonstration,
      scripts: ['/js/questionnaires/item-bank.js'],
      model,
    });
  };

const keepChoice =
  ({ bank }: Needs): RequestHandler =>
  async (req, res) => {
    const { _csrf, zajete: _clashes, warunki: _loose, caly, ...view } = parseInput(ChoiceInput, req.body);
    const whole = (await bank.readBank()).filter(({ versions: [entry] }) => entry.module === caly);
    const poz = [...new Set([...view.poz, ...whole.map(({ code }) => code)])];
    res.redirect(303, addressOf({ ...view, poz }));
  };

const addItems =
  (needs: Needs): RequestHandler =>
  async (req, res) => {
    const input = parseInput(TakingInput, req.body);
    const translator = translatorOf(req);
    const outcome = await addToQuestionnaire(needs)(input, accountOf(res), translator);
    if (outcome.kind === 'added') {
      res.redirect(303, outcome.address);
      return;
    }
    const { model, isDemonstration } = await readBankPage(needs)(translator, input, { questions: outcome.questions });
    sendPage(req, res, {
      layout: 'staff',
      view: 'questionnaires/bank/show-bank',
      title: translator.t('bank:title-undecided'),
      status: 409,
      current: 'bank',
      demonstration: isDemonstration,
      scripts: ['/js/questionnaires/item-bank.js'],
      model,
    });
  };

const showRecord =
  ({ bank }: Needs): RequestHandler<{ kod: string }> =>
  async (req, res) => {
    const record = (await bank.readBank()).find(({ code }) => code === req.params.kod);
    if (record === undefined) throw noSuchEntry({ code: req.params.kod.slice(0, 40) });
    const translator = translatorOf(req);
    sendPage(req, res, {
      layout: 'staff',
      view: 'questionnaires/bank/show-entry',
      title: translator.t('bank:record.title', { code: record.code }),
      current: 'bank',
      model: { record: presentRecord(translator, record) },
    });
  };

const downloadItems =
  ({ bank }: Needs): RequestHandler =>
  async (req, res) => {
    const { poz } = parseInput(FileQuery, req.query);
    const entries = poz.length === 0 ? (await bank.readBank()).map(currentOf) : await bank.readEntries(poz);
    res.type('json').attachment('bank-pytan.json').send(writeBankFile(entries));
  };

const sendSchema: RequestHandler = (_req, res) => {
  res
    .type('json')
    .attachment('bank-pytan.schema.json')
    .send(JSON.stringify(publishedBankSchema(), null, 2));
};

const showNewItem =
  (needs: Needs): RequestHandler =>
  async (req, res) => {
    const { kwestionariusz, zapisano } = parseInput(NewItemQuery, req.query);
    const translator = translatorOf(req);
    sendPage(req, res, {
      layout: 'staff',
      view: 'questionnaires/bank/new-item',
      title: translator.t('bank:new.title'),
      current: 'bank',
      model: { ...(await presentNewItem(needs)(translator, kwestionariusz, zapisano)) },
    });
  };

const saveItem =
  ({ bank, readEvaluation }: Needs): RequestHandler =>
  async (req, res) => {
    const { badanie, kwestionariusz, pozycja } = parseInput(SavingInput, req.body);
    const evaluation = await readEvaluation(badanie as EvaluationId);
    const place = { evaluation, questionnaire: kwestionariusz, code: pozycja };
    const { kind, code } = await bank.saveItem(place, accountOf(res).name);
    const result = new URLSearchParams({ kwestionariusz: `${badanie}/${kwestionariusz}`, zapisano: `${kind}:${code}` });
    res.redirect(303, `${HOME}/nowa?${result.toString()}`);
  };

const showUpload: RequestHandler = (req, res) => {
  sendPage(req, res, {
    layout: 'staff',
    view: 'questionnaires/bank/upload',
    title: translatorOf(req).t('bank:upload.title'),
    current: 'bank',
    model: { report: null },
  });
};

const importItems =
  ({ bank }: Needs): RequestHandler =>
  async (req, res) => {
    parseInput(UploadInput, req.body);
    const file = uploadedFile(req);
    if (file === undefined) throw fileUnreadable({ reason: 'none' });
    const lines = await bank.importFile(file.bytes, accountOf(res).name);
    const translator = translatorOf(req);
    sendPage(req, res, {
      layout: 'staff',
      view: 'questionnaires/bank/upload',
      title: translator.t('bank:upload.title'),
      current: 'bank',
      model: { report: presentImport(translator, lines) },
    });
  };

const showTemplates =
  ({ listEvaluations }: Needs): RequestHandler =>
  async (req, res) => {
    const { badanie } = parseInput(TemplateQuery, req.query);
    const translator = translatorOf(req);
    sendPage(req, res, {
      layout: 'staff',
      view: 'questionnaires/bank/show-templates',
      title: translator.t('bank:templates.title'),
      current: 'bank',
      model: {
        templates: presentTemplates(translator),
        evaluations: evaluationOptions(await listEvaluations(), badanie),
      },
    });
  };

const startFromTemplate =
  ({ bank, readEvaluation }: Needs): RequestHandler =>
  async (req, res) => {
    const { badanie, szablon } = parseInput(StartInput, req.body);
    const evaluation = await readEvaluation(badanie as EvaluationId);
    const { code } = await bank.startQuestionnaire(evaluation, szablon, accountOf(res).name);
    res.redirect(303, `/badania/${evaluation.id}/kwestionariusz/${code}/pytania`);
  };

const downloadTemplate: RequestHandler<{ plik: string }> = (req, res) => {
  const contents = templateFile(req.params.plik);
  if (contents === undefined) throw noSuchTemplate();
  res.type('json').attachment(req.params.plik).send(contents);
};
