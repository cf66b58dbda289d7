import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, uploadedFile, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { writeCsv } from '../../../platform/spreadsheet';
import { actorOf, requireRole } from '../../accounts';
import { draftOf, possibleMargins, readTotals } from '../domain/weights';
import type { AnalysisRoutesNeeds } from '../routes';
import type { WeightsDesk } from '.';
import { emptyDraft, judgeVariables } from './begin-draft';
import { draftIn, listQuery, methodOf, newQuery, showQuery, uploadForm, weightForm } from './inputs';
import { presentForm, type FormState } from './present-form';
import { presentImport, type ImportView } from './present-import';
import { presentList } from './present-list';
import { refusalOf } from './present-refusal';
import { presentWeight, presentWeightJson } from './present-weight';
import { weightNotFound } from './problems';
import { readTableFile } from './read-table-file';

type Handler = RequestHandler<{ id: string }>;

/** Weights to population totals, kept as named versions. */
export const weightsRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const home = '/badania/:id/wagi';
  router.use(home, requireRole('evaluator', 'administrator'));
  router.get(home, showList(needs));
  router.get(`${home}/nowa`, showNew(needs));
  router.post(`${home}/nowa`, takeForm(needs));
  router.get(`${home}/wczytaj`, showUpload(needs));
  router.post(`${home}/wczytaj`, takeFile(needs));
  router.get(`${home}/wzor.csv`, sendSample(needs));
  router.get(`${home}/:nazwa`, showWeight(needs));
  return router;
};

const pageOf = (desk: WeightsDesk) => ({
  layout: 'staff' as const,
  current: 'variables',
  study: { id: desk.evaluation.id, title: desk.evaluation.shortTitle },
  demonstration: desk.evaluation.demonstration,
});

const openDesk = (
  { analysis }: AnalysisRoutesNeeds,
  req: Request<{ id: string }>,
  code: string,
): Promise<WeightsDesk> => analysis.weights.openWeights(req.params.id as EvaluationId, code);

const showList =
  (needs: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    const desk = await openDesk(needs, req, parseInput(listQuery, req.query).zbior);
    const translator = translatorOf(req);
    sendPage(req, res, {
      ...pageOf(desk),
      view: 'analysis/weights',
      title: translator.t('weights:title'),
      model: { page: presentList(desk, translator) },
    });
  };

const showNew =
  (needs: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    const query = parseInput(newQuery, req.query);
    const desk = await openDesk(needs, req, query.zbior);
    const newest = desk.versions.find(({ name }) => name === query.waga);
    if (query.waga !== '' && newest === undefined) throw weightNotFound({ name: query.waga.slice(0, 60) });
    const draft = newest === undefined ? emptyDraft(methodOf(query.metoda), query.zmienna) : draftOf(newest.rules);
    const preview =
      draft.variables.length === 0 ? null : judgeVariables(needs.analysis.weights.previewWeight(desk, draft));
    sendForm(req, res, desk, {
      state: {
        draft,
        name: newest?.name ?? '',
        label: newest?.label ?? '',
        seen: newest?.version ?? 0,
        preview,
        refusal: null,
      },
    });
  };

const takeForm =
  (needs: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(weightForm, req.body);
    const desk = await openDesk(needs, req, form.zbior);
    const { weights } = needs.analysis;
    const draft = draftIn(form);
    const about = { name: form.nazwa, label: form.opis, seen: form.wersja };
    const state = { draft, ...about, refusal: null };
    if (form.akcja !== 'zapisz' || form.polacz !== undefined || form.rozlacz !== undefined) {
      const preview = weights.previewWeight(desk, draft);
      const shown = form.akcja === 'zmienne' ? judgeVariables(preview) : preview;
      sendForm(req, res, desk, { state: { ...state, preview: shown }, status: shown.faults.length > 0 ? 400 : 200 });
      return;
    }
    const outcome = await weights.saveWeight(desk, draft, about, actorOf(res));
    if (outcome.kind === 'saved') {
      const { name } = outcome.version;
      const query = new URLSearchParams({ zbior: desk.dataset.code, zapisano: '1' }).toString();
      res.redirect(303, `/badania/${desk.evaluation.id}/wagi/${encodeURIComponent(name)}?${query}`);
      return;
    }
    const preview = outcome.kind === 'faults' ? outcome.preview : weights.previewWeight(desk, draft);
    const seen = outcome.kind === 'overtaken' ? outcome.newest.version : about.seen;
    sendForm(req, res, desk, {
      state: { ...state, seen, preview, refusal: refusalOf(outcome, translatorOf(req)) },
      status: outcome.kind === 'overtaken' ? 409 : 400,
    });
  };

const sendForm = (
  req: Request<{ id: string }>,
  res: Response,
  desk: WeightsDesk,
  { state, status = 200, report = null }: { state: FormState; status?: number; report?: ImportView | null },
): void => {
  const translator = translatorOf(req);
  const { t } = translator;
  const page = presentForm(desk, state, translator);
  const title = state.seen > 0 ? t('weights:new-version', { name: state.name }) : t('weights:new');
  sendPage(req, res, {
    ...pageOf(desk),
    view: 'analysis/weights-form',
    title: page.faults.length > 0 ? t('layout:errorTitle', { title }) : title,
    status,
    model: { page, title, report },
  });
};

const showUpload =
  (needs: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    const desk = await openDesk(needs, req, parseInput(listQuery, req.query).zbior);
    sendUpload(req, res, desk, null);
  };

const sendUpload = (req: Request, res: Response, desk: WeightsDesk, error: string | null): void => {
  const { t } = translatorOf(req);
  const query = new URLSearchParams({ zbior: desk.dataset.code }).toString();
  const home = `/badania/${desk.evaluation.id}/wagi`;
  const title = t('weights:upload.title');
  sendPage(req, res, {
    ...pageOf(desk),
    view: 'analysis/weights-upload',
    title: error === null ? title : t('layout:errorTitle', { title }),
    status: error === null ? 200 : 400,
    model: { address: `${home}/wczytaj?${query}`, back: `${home}?${query}`, dataset: desk.dataset.title, error },
  });
};

const takeFile =
  (needs: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    const { zbior } = parseInput(listQuery, req.query);
    parseInput(uploadForm, req.body);
    const desk = await openDesk(needs, req, zbior);
    const translator = translatorOf(req);
    const table = await readTableFile(uploadedFile(req)).catch((error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    });
    if (table instanceof Problem) {
      const [chapter, name] = table.code.split('.');
      sendUpload(req, res, desk, translator.t(`${chapter ?? ''}:problems.${name ?? ''}.text`, table.details));
      return;
    }
    const reading = readTotals(desk.dataset.set, table.rows);
    const draft = { ...emptyDraft(reading.method, reading.variables), totals: reading.totals };
    const preview =
      draft.variables.length === 0 ? null : judgeVariables(needs.analysis.weights.previewWeight(desk, draft));
    sendForm(req, res, desk, {
      state: { draft, name: '', label: '', seen: 0, preview, refusal: null },
      report: presentImport(reading, table.formulas, translator),
    });
  };

const sendSample =
  (needs: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    const query = parseInput(newQuery, req.query);
    const desk = await openDesk(needs, req, query.zbior);
    const { margins } = possibleMargins(desk.dataset.set, methodOf(query.metoda), query.zmienna);
    const { t } = translatorOf(req);
    const rows = margins.flatMap(({ variables, cells }) =>
      cells.map(({ codes, label }) => [variables.map(({ name }) => name).join('*'), codes.join('*'), '', label]),
    );
    res
      .type('text/csv; charset=utf-8')
      .attachment(`${t('weights:sample.file')}.csv`)
      .send(writeCsv([['zmienna', 'kategoria', 'suma', 'opis'], ...rows]));
  };

const showWeight =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string; nazwa: string }> =>
  async (req, res) => {
    const query = parseInput(showQuery, req.query);
    const { id, nazwa } = req.params;
    const read = await analysis.weights.readWeight(id as EvaluationId, query.zbior, nazwa, query.wersja);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentWeightJson(read));
      return;
    }
    const translator = translatorOf(req);
    const page = presentWeight(read, translator);
    sendPage(req, res, {
      ...pageOf(read.desk),
      view: 'analysis/weights-show',
      title: page.title,
      model: { page, isSaved: query.zapisano === '1' },
    });
  };
