import type { Request, RequestHandler, Response } from 'express';
import { sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import type { Evaluation } from '../../evaluations';
import type { AnalysisRoutesNeeds } from '../routes';
import type { OpenDraft } from './open-draft';
import { presentFrame, type DraftStep } from './present-draft';

export type OfEvaluation = { id: string };
export type OfWave = { id: string; kod: string };
export type OfDraft = { id: string; szkic: string };
export type DraftHandler = RequestHandler<OfDraft>;

export const evaluationOf = ({ analysis }: AnalysisRoutesNeeds, { id }: OfEvaluation): Promise<Evaluation> =>
  analysis.waveImport.readEvaluation(id as EvaluationId);

/** @param revision that the form was made for; absent: a page is asked for */
export const draftOf = async (
  needs: AnalysisRoutesNeeds,
  { id, szkic }: OfDraft,
  revision?: number,
): Promise<{ readonly evaluation: Evaluation; readonly open: OpenDraft }> => {
  const { waveImport } = needs.analysis;
  const evaluation = await evaluationOf(needs, { id });
  const draft = await waveImport.findDraft(evaluation.id, szkic, revision);
  return { evaluation, open: await waveImport.openDraft(evaluation, draft) };
};

export interface WavePage {
  readonly view: string;
  readonly title: string;
  readonly model: Readonly<Record<string, unknown>>;
  readonly status?: number;
}

export const send = (req: Request, res: Response, evaluation: Evaluation, page: WavePage): void => {
  sendPage(req, res, {
    layout: 'staff',
    current: 'variables',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    ...page,
  });
};

/** A step of a draft: its head, and what the step shows. */
export const sendStep = (
  req: Request,
  res: Response,
  { evaluation, open }: { readonly evaluation: Evaluation; readonly open: OpenDraft },
  {
    step,
    isFaulty,
    ...page
  }: Pick<WavePage, 'view' | 'model'> & { readonly step: DraftStep; readonly isFaulty?: true },
): void => {
  const translator = translatorOf(req);
  const frame = presentFrame(translator, open, step);
  const title = `${translator.t(`waves:step.${step}`)} – ${frame.heading}`;
  send(req, res, evaluation, {
    ...page,
    title: isFaulty === true ? translator.t('layout:errorTitle', { title }) : title,
    model: { ...page.model, frame },
    ...(isFaulty === true ? { status: 422 } : {}),
  });
};

/** A refusal becomes a value, so that the form can show it; anything else is thrown on. */
export const orProblem = <Result>(made: Promise<Result>): Promise<Result | Problem> =>
  made.catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });

export const sentenceOf = (req: Request, { code, details }: Problem): string => {
  const [chapter, name] = code.split('.');
  return translatorOf(req).t(`${chapter ?? ''}:problems.${name ?? ''}.text`, details);
};
