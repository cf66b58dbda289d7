import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf, uploadedFile } from '../../../platform/http';
import { Problem } from '../../../platform/problems';
import { actorOf } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { presentDataTabs } from '../present-data-tabs';
import type { AnalysisRoutesNeeds } from '../routes';
import { bareInput } from './draft-inputs';
import {
  draftOf,
  evaluationOf,
  orProblem,
  send,
  sendStep,
  sentenceOf,
  type DraftHandler,
  type OfEvaluation,
} from './draft-page';
import { stepAddress } from './present-draft';
import { presentFiles } from './present-files';

/** Step 1: two files. */
export const askForFiles =
  (needs: AnalysisRoutesNeeds): RequestHandler<OfEvaluation> =>
  async (req, res) => {
    sendForm(req, res, await evaluationOf(needs, req.params), null);
  };

export const takeFiles =
  (needs: AnalysisRoutesNeeds): RequestHandler<OfEvaluation> =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const evaluation = await evaluationOf(needs, req.params);
    const data = uploadedFile(req);
    if (data === undefined) {
      sendForm(req, res, evaluation, { text: translatorOf(req).t('waves:files.none'), field: 'plik' });
      return;
    }
    const { waveImport } = needs.analysis;
    const files = { data, codebook: uploadedFile(req, 'ksiazka') };
    const id = await orProblem(waveImport.beginDraft(evaluation.id, actorOf(res).name, files));
    if (id instanceof Problem) {
      sendForm(req, res, evaluation, { text: sentenceOf(req, id), field: fieldOf(id) });
      return;
    }
    res.redirect(303, `/badania/${evaluation.id}/fale/wczytaj/${id}`);
  };

export const showFiles =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    const found = await draftOf(needs, req.params);
    sendStep(req, res, found, {
      step: 'files',
      view: 'analysis/waves-files',
      model: {
        files: presentFiles(translatorOf(req), found.open),
        next: stepAddress(found.open, 'matching'),
        error: null,
      },
    });
  };

export const replaceFiles =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const found = await draftOf(needs, req.params);
    const [data, codebook] = [uploadedFile(req), uploadedFile(req, 'ksiazka')];
    const files = { ...(data && { data }), ...(codebook && { codebook }) };
    const done =
      data === undefined && codebook === undefined
        ? translatorOf(req).t('waves:files.none')
        : await orProblem(needs.analysis.waveImport.changeFiles(found.open.draft, actorOf(res).name, files));
    if (done !== undefined) {
      const error =
        done instanceof Problem
          ? { text: sentenceOf(req, done), field: fieldOf(done) }
          : { text: done, field: 'plik' as const };
      const files = presentFiles(translatorOf(req), found.open);
      sendStep(req, res, found, {
        step: 'files',
        view: 'analysis/waves-files',
        model: { files, next: stepAddress(found.open, 'matching'), error },
        isFaulty: true,
      });
      return;
    }
    res.redirect(303, stepAddress(found.open, 'matching'));
  };

export const discard =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const { evaluation, open } = await draftOf(needs, req.params);
    await needs.analysis.waveImport.discardDraft(open.draft);
    res.redirect(303, `/badania/${evaluation.id}/fale/wczytane?odrzucono=1`);
  };

interface FormError {
  readonly text: string;
  readonly field: 'plik' | 'ksiazka';
}

/** Problems of the codebook have names of their own. */
const fieldOf = ({ code }: Problem): FormError['field'] => (code.startsWith('waves.codebook') ? 'ksiazka' : 'plik');

const sendForm = (req: Request, res: Response, evaluation: Evaluation, error: FormError | null): void => {
  const translator = translatorOf(req);
  const title = translator.t('waves:files.title');
  send(req, res, evaluation, {
    view: 'analysis/waves-begin',
    title: error === null ? title : translator.t('layout:errorTitle', { title }),
    status: error === null ? 200 : 422,
    model: {
      tabs: presentDataTabs(translator, evaluation.id, 'waves'),
      address: `/badania/${evaluation.id}/fale/wczytaj`,
      back: `/badania/${evaluation.id}/fale/wczytane`,
      error,
    },
  });
};
