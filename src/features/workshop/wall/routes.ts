import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { isUnchanged, openEventStream, parseInput, sendPage, sendPart, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole } from '../../accounts';
import type { StoredMeeting } from '../meetings/store';
import type { WorkshopRoutesNeeds } from '../routes';
import { presentRanking } from '../sheets/present-ranking';
import { stepForm } from './inputs';
import { presentBoard } from './present-board';
import { takeStep } from './take-step';

type Handler = RequestHandler<{ id: string; nr: string }>;

/** The wall of a meeting (screen 13), led by the evaluator. */
export const wallRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat/:nr';
  router.get(home, viewers, showBoard(needs));
  router.get(`${home}/tablica`, viewers, showBoardPart(needs));
  router.get(`${home}/na-zywo`, viewers, listen(needs));
  router.post(home, leaders, step(needs));
  return router;
};

const find = ({ workshop }: WorkshopRoutesNeeds, { id, nr }: { id: string; nr: string }): Promise<StoredMeeting> =>
  workshop.readMeeting(id as EvaluationId, Number(nr));

/** On the wall nothing is typed. */
const WITHOUT_SCRIPTS_SECONDS = 10;

/** Whatever the wall shows counts one of both up. */
const tagOf = ({ edition, tally }: StoredMeeting): string => `${edition}-${tally}`;

/** Rankings belong to the stage of spheres. */
const rankingOf = async ({ workshop }: WorkshopRoutesNeeds, req: Request, { meeting }: StoredMeeting) =>
  meeting.stage === 'spheres'
    ? presentRanking(meeting, await workshop.sheets.rankingOf(meeting), translatorOf(req))
    : null;

const boardOf = async (needs: WorkshopRoutesNeeds, req: Request, res: Response, stored: StoredMeeting) => ({
  board: presentBoard(await needs.workshop.readBoard(stored), needs.publicUrl, translatorOf(req)),
  ranking: await rankingOf(needs, req, stored),
  mayLead: actorOf(res).role !== 'director',
});

const showBoard =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const stored = await find(needs, req.params);
    const { id, shortTitle, demonstration } = await needs.workshop.readEvaluation(stored.meeting.evaluationId);
    sendPage(req, res, {
      layout: 'top-bar',
      current: 'workshop',
      study: { id, title: shortTitle },
      demonstration,
      bodyClass: 'wall',
      view: 'workshop/board',
      title: translatorOf(req).t('workshop:board.name', { number: stored.meeting.number }),
      scripts: ['/js/workshop/live.js'],
      sheets: ['/css/wall.css', '/css/analysis.css'],
      reloadSeconds: WITHOUT_SCRIPTS_SECONDS,
      model: { ...(await boardOf(needs, req, res, stored)), tag: tagOf(stored) },
    });
  };

const showBoardPart =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const stored = await find(needs, req.params);
    if (isUnchanged(req, res, tagOf(stored))) return;
    sendPart(req, res, 'workshop/parts/board-live', await boardOf(needs, req, res, stored));
  };

const listen =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { meeting } = await find(needs, req.params);
    await openEventStream(req, res, {
      of: actorOf(res).id,
      listen: (tell) =>
        needs.workshop.listen(meeting.id, 'wall', () => {
          tell('change');
        }),
      state: async () => tagOf(await find(needs, req.params)),
    });
  };

const step =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { meeting } = await find(needs, req.params);
    await takeStep(needs.workshop)(meeting, parseInput(stepForm, req.body));
    res.redirect(303, `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`);
  };
