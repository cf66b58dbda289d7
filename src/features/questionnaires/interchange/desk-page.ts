import type { Request, Response } from 'express';
import { sendPage, type Page } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, type Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { openDesk, type Desk } from '../open-desk';
import type { QuestionnairesRoutesNeeds } from '../routes';
import type { ImportScope } from './store';

export type OfEvaluation = { id: string };
export type OfQuestionnaire = { id: string; kod: string };
export type OfImport = OfQuestionnaire & { plik: string };
export type OfNewImport = OfEvaluation & { plik: string };

export const deskOf = (needs: QuestionnairesRoutesNeeds, { id, kod }: OfQuestionnaire): Promise<Desk> =>
  openDesk(needs)(id as EvaluationId, kod);

/** Whose import it is, and for which questionnaire; none for a new one. */
export const scopeOf = ({ id, kod }: { id: string; kod?: string }, { id: by }: Actor): ImportScope => ({
  evaluationId: id as EvaluationId,
  code: kod ?? null,
  by,
});

export const send = (
  req: Request,
  res: Response,
  evaluation: Evaluation,
  page: Pick<Page, 'view' | 'model' | 'title'>,
): void => {
  const { role } = actorOf(res);
  sendPage(req, res, {
    layout: role === 'evaluator' || role === 'administrator' ? 'staff' : 'top-bar',
    current: 'questionnaire',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    status: res.statusCode,
    ...page,
  });
};
