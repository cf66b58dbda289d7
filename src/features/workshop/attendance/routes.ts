import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole } from '../../accounts';
import { TEXT_LIMITS, type Attendance, type Meeting } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { attendanceQuery, guestForm, marksForm, removalForm, type GuestForm } from './inputs';
import { presentAttendance, type AttendanceState } from './present-attendance';

type Handler = RequestHandler<{ id: string; nr: string }>;

/** Who was at a meeting: seen by directors, corrected by whoever leads. */
export const attendanceRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat/:nr/obecnosc';
  router.get(home, viewers, show(needs));
  router.post(home, leaders, mark(needs));
  router.post(`${home}/osoba`, leaders, addGuest(needs));
  router.post(`${home}/usun`, leaders, removeGuest(needs));
  return router;
};

const meetingIn = async (
  { workshop }: WorkshopRoutesNeeds,
  { id, nr }: { readonly id: string; readonly nr: string },
): Promise<Meeting> => (await workshop.readMeeting(id as EvaluationId, Number(nr))).meeting;

const NOBODY: GuestForm = { imie: '', instytucja: '', zdalnie: '' };

const send = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request,
  res: Response,
  meeting: Meeting,
  more: Partial<AttendanceState> & { readonly status?: number },
): Promise<void> => {
  const { status = 200, ...said } = more;
  const translator = translatorOf(req);
  const page = presentAttendance(
    {
      meeting,
      rows: await workshop.attendance.readRows(meeting),
      mayWrite: actorOf(res).role !== 'director',
      isSaved: false,
      typed: new Map(),
      overtaken: [],
      guest: NOBODY,
      guestErrors: [],
      ...said,
    },
    translator,
  );
  sendStaffPage(req, res, await workshop.readEvaluation(meeting.evaluationId), {
    view: 'workshop/attendance',
    title: status === 200 ? page.title : translator.t('layout:errorTitle', { title: page.title }),
    status,
    sheets: ['/css/group.css'],
    model: { page },
  });
};

const show =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { zapisano } = parseInput(attendanceQuery, req.query);
    await send(needs, req, res, await meetingIn(needs, req.params), { isSaved: zapisano !== undefined });
  };

const mark =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { bylo, stan } = parseInput(marksForm, req.body);
    const meeting = await meetingIn(needs, req.params);
    const seenOf = new Map(bylo.map(({ key, state }) => [key, state]));
    const wanted = stan.flatMap(({ key, state }) => {
      const seen = seenOf.get(key);
      return seen === undefined ? [] : [{ key, state, seen }];
    });
    const overtaken = await needs.workshop.attendance.markAttendance(meeting, wanted, actorOf(res));
    if (overtaken.length > 0) {
      const changed = wanted.filter(({ state, seen }) => state !== seen);
      const typed = new Map<string, Attendance>(changed.map(({ key, state }) => [key, state]));
      await send(needs, req, res, meeting, { typed, overtaken, status: 409 });
      return;
    }
    back(res, meeting);
  };

const addGuest =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const guest = parseInput(guestForm, req.body);
    const meeting = await meetingIn(needs, req.params);
    const { imie: name, instytucja: institution } = guest;
    const guestErrors = [
      ...(name === '' || name.length > TEXT_LIMITS.name ? [{ field: 'imie', kind: 'name' }] : []),
      ...(institution === '' || institution.length > TEXT_LIMITS.institution
        ? [{ field: 'instytucja', kind: 'institution' }]
        : []),
    ];
    if (guestErrors.length > 0) {
      await send(needs, req, res, meeting, { guest, guestErrors, status: 400 });
      return;
    }
    const state = guest.zdalnie === '1' ? 'remote' : 'present';
    const added = await needs.workshop.attendance.addGuest(meeting, { name, institution, state }, actorOf(res));
    if (added === 'added') back(res, meeting);
    else await send(needs, req, res, meeting, { guest, guestErrors: [{ field: 'imie', kind: added }], status: 400 });
  };

const removeGuest =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { kto } = parseInput(removalForm, req.body);
    const meeting = await meetingIn(needs, req.params);
    await needs.workshop.attendance.removeGuest(meeting, kto);
    back(res, meeting);
  };

const back = (res: Response, { evaluationId, number }: Meeting): void => {
  res.redirect(303, `/badania/${evaluationId}/warsztat/${number}/obecnosc?zapisano=1`);
};
