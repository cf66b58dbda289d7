import type { Request, Response } from 'express';
import { sendPage, type Page } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { DraftKey } from '../drafts';
import { openDesk, type Desk } from '../open-desk';
import { mayWrite } from '../policy';
import type { QuestionnairesRoutesNeeds } from '../routes';

export type OfQuestionnaire = { id: string; kod: string };

export const keyOf = ({ id, kod }: OfQuestionnaire): DraftKey => ({ evaluationId: id as EvaluationId, code: kod });

export const deskOf = (needs: QuestionnairesRoutesNeeds, { id, kod }: OfQuestionnaire): Promise<Desk> =>
  openDesk(needs)(id as EvaluationId, kod);

/** A page of this desk in the layout of whoever reads it. */
export const sendDesk = (
  req: Request<OfQuestionnaire>,
  res: Response,
  { evaluation }: Desk,
  page: Pick<Page, 'view' | 'title' | 'status' | 'scripts'> & { readonly model: object },
): void => {
  sendPage(req, res, {
    layout: mayWrite(actorOf(res)) ? 'staff' : 'top-bar',
    current: 'questionnaire',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    ...page,
    model: page.model as Readonly<Record<string, unknown>>,
  });
};
