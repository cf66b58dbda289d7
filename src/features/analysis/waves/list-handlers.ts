import type { RequestHandler } from 'express';
import { parseInput, translatorOf, wantsJson } from '../../../platform/http';
import { actorOf } from '../../accounts';
import { presentDataTabs } from '../present-data-tabs';
import type { AnalysisRoutesNeeds } from '../routes';
import { bareInput, listQuery } from './draft-inputs';
import { evaluationOf, send, type OfEvaluation, type OfWave } from './draft-page';
import { presentWaves } from './present-waves';

/** The waves there are, drafts that wait, and what was done. */
export const listWaves =
  (needs: AnalysisRoutesNeeds): RequestHandler<OfEvaluation> =>
  async (req, res) => {
    const { dodano, usunieto, zapisano, odrzucono, format } = parseInput(listQuery, req.query);
    const evaluation = await evaluationOf(needs, req.params);
    const { waveImport } = needs.analysis;
    const [{ waves, events }, drafts] = await Promise.all([
      waveImport.readWaves(evaluation.id),
      waveImport.listDrafts(evaluation.id),
    ]);
    res.set('Vary', 'Accept');
    if (format === 'json' || (format === undefined && wantsJson(req))) {
      res.json({
        evaluation: { id: evaluation.id },
        waves: waves.map(({ wave, fieldwork }) => ({ ...wave, fieldwork })),
        events,
      });
      return;
    }
    const translator = translatorOf(req);
    const { t } = translator;
    const added = waves.find(({ wave }) => wave.code === dodano)?.wave.title;
    const message =
      (added !== undefined && t('waves:list.added', { title: added })) ||
      (usunieto !== undefined && t('waves:list.removed')) ||
      (zapisano !== undefined && t('waves:list.saved')) ||
      (odrzucono !== undefined && t('waves:list.discarded')) ||
      null;
    send(req, res, evaluation, {
      view: 'analysis/waves-list',
      title: t('waves:list.title'),
      model: {
        tabs: presentDataTabs(translator, evaluation.id, 'waves'),
        view: presentWaves(translator, { evaluationId: evaluation.id, waves, drafts, events }),
        message,
      },
    });
  };

/** Removal is asked about on a page of its own. */
export const askBeforeRemoval =
  (needs: AnalysisRoutesNeeds): RequestHandler<OfWave> =>
  async (req, res) => {
    const evaluation = await evaluationOf(needs, req.params);
    const { wave, places } = await needs.analysis.waveImport.readWave(evaluation.id, req.params.kod);
    const translator = translatorOf(req);
    const home = `/badania/${evaluation.id}/fale/wczytane`;
    send(req, res, evaluation, {
      view: 'analysis/waves-remove',
      title: translator.t('waves:removal.title', { title: wave.title }),
      model: {
        wave: { title: wave.title, n: translator.format.integer(wave.n), hash: wave.hash },
        places,
        address: `${home}/${encodeURIComponent(wave.code)}/usun`,
        back: home,
      },
    });
  };

export const removeWave =
  (needs: AnalysisRoutesNeeds): RequestHandler<OfWave> =>
  async (req, res) => {
    parseInput(bareInput, req.body);
    const evaluation = await evaluationOf(needs, req.params);
    await needs.analysis.waveImport.removeWave(evaluation.id, req.params.kod, actorOf(res).name);
    res.redirect(303, `/badania/${evaluation.id}/fale/wczytane?usunieto=1`);
  };
