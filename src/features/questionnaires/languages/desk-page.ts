import type { Request, Response } from 'express';
import { sendPage, translatorOf, type Page } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { DraftKey } from '../drafts';
import { openDesk, type Desk } from '../open-desk';
import type { QuestionnairesRoutesNeeds } from '../routes';

export type OfQuestionnaire = { id: string; kod: string };

export const keyOf = ({ id, kod }: OfQuestionnaire): DraftKey => ({ evaluationId: id as EvaluationId, code: kod });

export const deskOf = (needs: QuestionnairesRoutesNeeds, { id, kod }: OfQuestionnaire): Promise<Desk> =>
  openDesk(needs)(id as EvaluationId, kod);

/** A page below the tab of languages; its status is the one that was set before. */
export const send = (
  req: Request,
  res: Response,
  { evaluation, draft }: Desk,
  page: Pick<Page, 'view' | 'model' | 'scripts'>,
): void => {
  const { role } = actorOf(res);
  sendPage(req, res, {
    layout: role === 'evaluator' || role === 'administrator' ? 'staff' : 'top-bar',
    title: `${translatorOf(req).t('languages:title')} – ${draft.definition.title}`,
    current: 'questionnaire',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    status: res.statusCode,
    ...page,
  });
};
