import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { Mailbox } from '../../../platform/mail';
import { newId, type EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole, type Account } from '../../accounts';
import type { Meeting } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { drawCode } from './draw-code';
import { invitationForm, invitationQuery } from './inputs';
import { presentInvitations } from './present-invitations';
import { codeNotGiven } from './problems';
import type { Dispatch } from './send';
import { descriptionOf, writeLetter } from './write-letter';

type Handler = RequestHandler<{ id: string; nr: string }>;

/** Letters about a meeting, its calendar file, and its code as a picture. */
export const invitationsRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat/:nr';
  router.get(`${home}/zaproszenia`, viewers, showInvitations(needs));
  router.post(`${home}/zaproszenia`, leaders, send(needs));
  router.get(`${home}/spotkanie.ics`, viewers, sendCalendar(needs));
  router.get(`${home}/kod.svg`, viewers, sendCode(needs));
  return router;
};

const find = async ({ workshop }: WorkshopRoutesNeeds, { id, nr }: { id: string; nr: string }): Promise<Meeting> =>
  (await workshop.readMeeting(id as EvaluationId, Number(nr))).meeting;

/** Who sends: the person who is signed in. */
const senderOf = (res: Response): Mailbox => {
  const { name, email } = res.locals['account'] as Account;
  return { name, address: email };
};

const writerOf = (
  { publicUrl }: WorkshopRoutesNeeds,
  req: Request,
  res: Response,
  meeting: Meeting,
): Dispatch['write'] => writeLetter({ meeting, publicUrl, name: senderOf(res).name }, translatorOf(req));

const showInvitations =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const meeting = await find(needs, req.params);
    const evaluation = await needs.workshop.readEvaluation(meeting.evaluationId);
    const page = presentInvitations(
      {
        meeting,
        invited: await needs.workshop.invitations.readInvited(meeting),
        write: writerOf(needs, req, res, meeting),
        mayLead: actorOf(res).role !== 'director',
        done: parseInput(invitationQuery, req.query).wyslano,
      },
      translatorOf(req),
    );
    sendStaffPage(req, res, evaluation, {
      view: 'workshop/invitations',
      title: page.title,
      model: { page, again: newId<'repetition'>() },
    });
  };

const send =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const meeting = await find(needs, req.params);
    const { invitations } = needs.workshop;
    const { co, osoba, id } = parseInput(invitationForm, req.body);
    const dispatch = { meeting, sender: senderOf(res), write: writerOf(needs, req, res, meeting) };
    const acts = {
      zaproszenia: invitations.invite,
      ponow: (one: Dispatch) => invitations.inviteAgain(one, osoba, id ?? newId<'repetition'>()),
      przypomnienia: invitations.remind,
      odwolania: invitations.callOff,
      wycofania: invitations.uninvite,
    };
    const count = await acts[co](dispatch);
    res.redirect(303, `/badania/${meeting.evaluationId}/warsztat/${meeting.number}/zaproszenia?wyslano=${count}`);
  };

const sendCalendar =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const meeting = await find(needs, req.params);
    const { invitations } = needs.workshop;
    const invited = await invitations.readInvited(meeting);
    const description = descriptionOf(meeting, invited.topics, translatorOf(req));
    res
      .set('Cache-Control', 'no-store')
      .attachment(`spotkanie-${meeting.number}.ics`)
      .type('text/calendar; charset=utf-8')
      .send(invitations.calendarFile(meeting, invited, description));
  };

/** What phones read from the wall. */
const sendCode =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { code } = await find(needs, req.params);
    if (code === null) throw codeNotGiven();
    res
      .set('Cache-Control', 'no-store')
      .type('image/svg+xml')
      .send(drawCode(`${needs.publicUrl}/s/${code}`));
  };
