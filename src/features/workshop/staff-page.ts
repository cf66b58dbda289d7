import type { Request, Response } from 'express';
import { sendPage, type Page } from '../../platform/http';
import { actorOf } from '../accounts';
import type { Evaluation } from '../evaluations';

/** A page of the workshop for somebody who is signed in. */
export const sendStaffPage = (
  req: Request,
  res: Response,
  { id, shortTitle, demonstration }: Evaluation,
  page: Omit<Page, 'layout' | 'current' | 'study' | 'demonstration'>,
): void => {
  sendPage(req, res, {
    layout: actorOf(res).role === 'director' ? 'top-bar' : 'staff',
    current: 'workshop',
    study: { id, title: shortTitle },
    demonstration,
    ...page,
  });
};
