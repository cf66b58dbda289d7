import express, { type RequestHandler, type Router } from 'express';
import { translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole } from '../../accounts';
import type { Meeting, MeetingId, Minutes } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { change, create, showChange, showNew } from './form-handlers';
import { cancelMeeting, restoreMeeting, showPreparation } from './preparation-handlers';
import { presentMeetings } from './present-meetings';

/** Meetings of the thematic group: their list, their form, how each is prepared. */
export const meetingsRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat';
  router.get(home, viewers, showMeetings(needs));
  router.get(`${home}/nowe`, leaders, showNew(needs));
  router.post(`${home}/nowe`, leaders, create(needs));
  router.get(`${home}/:nr/zmien`, leaders, showChange(needs));
  router.post(`${home}/:nr/zmien`, leaders, change(needs));
  router.get(`${home}/:nr/przygotowanie`, viewers, showPreparation(needs));
  router.post(`${home}/:nr/odwolaj`, leaders, cancelMeeting(needs));
  router.post(`${home}/:nr/przywroc`, leaders, restoreMeeting(needs));
  return router;
};

const showMeetings =
  ({ workshop }: WorkshopRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const evaluation = await workshop.readEvaluation(req.params.id as EvaluationId);
    const meetings = await workshop.listMeetings(evaluation.id);
    sendStaffPage(req, res, evaluation, {
      view: 'workshop/meetings',
      title: translator.t('workshop:meetings.title'),
      model: {
        study: evaluation.id,
        meetings: presentMeetings(meetings, await minutesOf(workshop, meetings), translator),
        make: actorOf(res).role === 'director' ? null : `/badania/${evaluation.id}/warsztat/nowe`,
      },
    });
  };

/** Of the meetings that have any. */
const minutesOf = async (
  { minutes }: WorkshopRoutesNeeds['workshop'],
  meetings: readonly Meeting[],
): Promise<ReadonlyMap<MeetingId, Minutes>> => {
  const found = await Promise.all(meetings.map(({ id }) => minutes.findMinutes(id)));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.meetingId, one] as const])));
};
