import type { Request, RequestHandler, Response } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import { Problem } from '../../../platform/problems';
import { actorOf } from '../../accounts';
import type { WorkshopRoutesNeeds } from '../routes';
import { wordsForm } from './inputs';
import { minutesHome } from './present-page';
import { presentWords, wordsFaults, wordsIn, type SentWords } from './present-words';
import { alreadyApproved } from './problems';
import { readDesk, type Desk } from './read-for';
import { pageOf } from './staff-page';

type Handler = RequestHandler<Record<'id' | 'nr', string>>;

/** What a person writes in the minutes. */
export const showWords =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const desk = await readDesk(workshop, req.params, actorOf(res));
    if (desk.minutes.state === 'approved') throw alreadyApproved();
    sendForm(req, res, desk, null);
  };

const sendForm = (req: Request, res: Response, desk: Desk, sent: SentWords | null): void => {
  const translator = translatorOf(req);
  const title = translator.t('minutes:edit.title');
  sendPage(req, res, {
    ...pageOf(desk, res),
    view: 'workshop/minutes-words',
    title: sent === null ? title : translator.t('layout:errorTitle', { title }),
    status: sent === null ? 200 : sent.isOvertaken ? 409 : 400,
    model: { page: presentWords(desk.meeting, desk.minutes, sent, translator) },
  });
};

export const takeWords =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(wordsForm, req.body);
    const desk = await readDesk(workshop, req.params, actorOf(res));
    const { meeting, minutes } = desk;
    const faults = wordsFaults(form, meeting, minutes, translatorOf(req));
    if (faults.length > 0) {
      sendForm(req, res, desk, { form, faults, isOvertaken: false });
      return;
    }
    try {
      await workshop.minutes.writeWords(meeting, form.rewizja, wordsIn(form, meeting, minutes));
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'minutes.changed-meanwhile')) throw error;
      const now = await readDesk(workshop, req.params, actorOf(res));
      sendForm(req, res, now, { form, faults: [], isOvertaken: true });
      return;
    }
    res.redirect(303, `${minutesHome(meeting)}?podglad=1&zapisano=1`);
  };
