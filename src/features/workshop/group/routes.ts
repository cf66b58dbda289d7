import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { writeCsv } from '../../../platform/spreadsheet';
import { actorOf, requireRole } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { GROUP_LIMITS } from '../domain';
import { sendStaffPage } from '../staff-page';
import type { WorkshopRoutesNeeds } from '../routes';
import { groupQuery, nameForm } from './inputs';
import { changeMember, leave, showMember, showNewMember, takeNewMember } from './member-handlers';
import { showPaste, takePaste } from './paste-handlers';
import { groupLines, groupName, presentGroup } from './present-group';

type Handler = RequestHandler<{ id: string }>;

/** The lasting list of the thematic group: read by directors, written by whoever leads. */
export const groupRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat/grupa';
  router.get(home, viewers, showGroup(needs));
  router.get(`${home}.csv`, viewers, sendFile(needs));
  router.post(`${home}/nazwa`, leaders, rename(needs));
  router.get(`${home}/wklej`, leaders, showPaste(needs));
  router.post(`${home}/wklej`, leaders, takePaste(needs));
  router.get(`${home}/osoba`, leaders, showNewMember(needs));
  router.post(`${home}/osoba`, leaders, takeNewMember(needs));
  router.get(`${home}/osoba/:osoba`, leaders, showMember(needs));
  router.post(`${home}/osoba/:osoba`, leaders, changeMember(needs));
  router.post(`${home}/osoba/:osoba/odejscie`, leaders, leave(needs));
  return router;
};

const sendGroup = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request,
  res: Response,
  evaluation: Evaluation,
  more: {
    readonly typed?: string;
    readonly nameFault?: string;
    readonly note?: string | null;
    readonly status?: number;
  },
): Promise<void> => {
  const translator = translatorOf(req);
  const { status = 200, ...rest } = more;
  const mayWrite = actorOf(res).role !== 'director';
  const group = await workshop.groups.readGroup(evaluation);
  const page = presentGroup({ evaluation, group, today: workshop.groups.today(), mayWrite, ...rest }, translator);
  sendStaffPage(req, res, evaluation, {
    view: 'workshop/group',
    sheets: ['/css/group.css'],
    title: translator.t('group:title'),
    status,
    model: { page },
  });
};

const showGroup =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { dodano, bylo = 0, zapisano } = parseInput(groupQuery, req.query);
    const evaluation = await needs.workshop.readEvaluation(req.params.id as EvaluationId);
    const { t } = translatorOf(req);
    const added = dodano === undefined ? null : t('group:added', { count: dodano });
    const known = bylo === 0 ? null : t('group:known', { count: bylo });
    const note = [added, known, zapisano === undefined ? null : t('group:saved')].filter((one) => one !== null);
    await sendGroup(needs, req, res, evaluation, { note: note.length === 0 ? null : note.join(' ') });
  };

const sendFile =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const evaluation = await workshop.readEvaluation(req.params.id as EvaluationId);
    const translator = translatorOf(req);
    const group = await workshop.groups.readGroup(evaluation);
    res
      .type('text/csv; charset=utf-8')
      .set('Cache-Control', 'no-store')
      .attachment(`${translator.t('group:file')}.csv`)
      .send(writeCsv(groupLines(group, evaluation, translator)));
  };

const rename =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { nazwa, byla } = parseInput(nameForm, req.body);
    const evaluation = await needs.workshop.readEvaluation(req.params.id as EvaluationId);
    const translator = translatorOf(req);
    const name = nazwa.replaceAll(/\s+/g, ' ');
    if (name === '' || name.length > GROUP_LIMITS.name) {
      const nameFault = translator.t('group:faults.group-name', { most: GROUP_LIMITS.name });
      await sendGroup(needs, req, res, evaluation, { typed: nazwa, nameFault, status: 400 });
      return;
    }
    const renamed = await needs.workshop.groups.renameGroup(evaluation, byla, name);
    if (typeof renamed === 'string') {
      const now = groupName(await needs.workshop.groups.readGroup(evaluation), translator);
      const nameFault = translator.t('group:faults.group-name-overtaken', { name: now });
      await sendGroup(needs, req, res, evaluation, { typed: name, nameFault, status: 409 });
      return;
    }
    res.redirect(303, `/badania/${evaluation.id}/warsztat/grupa?zapisano=1`);
  };
