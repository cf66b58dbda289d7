import type { Response } from 'express';
import { actorOf, type Account } from '../accounts';
import type { Evaluation } from '../evaluations';

/** What all pages of findings share; a director reads them between other chapters of the top bar. */
export const pageOf = (res: Response, evaluation: Evaluation) => ({
  layout: actorOf(res).role === 'director' ? ('top-bar' as const) : ('staff' as const),
  current: 'findings',
  study: { id: evaluation.id, title: evaluation.shortTitle },
  demonstration: evaluation.demonstration,
  sheets: ['/css/analysis.css'],
});

export const mayWrite = (res: Response): boolean => ['evaluator', 'administrator'].includes(actorOf(res).role);

export const nameOfWriter = (res: Response): string => (res.locals['account'] as Account).name;
