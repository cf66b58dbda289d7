import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import { newId, type EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { actorOf, requireRole } from '../../accounts';
import type { SphereDecisionId, SphereListId } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { decisionForm, publishForm, type DecisionForm } from './inputs';
import { needsOwnWords } from './own-words';
import { freshForm, presentForm, presentHistory, type FormState } from './present-form';
import { pathOf, presentSpheresPage } from './present-page';
import { presentPublish, type PublishState } from './present-publish';
import { sphereNotFound } from './problems';
import { heldMeetings, type SphereDesk } from './read-desk';
import { readDecisionForm, type FormSetting } from './read-form';

type Handler<P = { id: string }> = RequestHandler<P>;
type SphereHandler = Handler<{ id: string; kod: string }>;

/** Decisions about key development spheres: made by those who lead the group, read by the director too. */
export const spheresRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const viewers = requireRole('evaluator', 'administrator', 'director');
  const home = '/badania/:id/warsztat/sfery';
  router.get(home, viewers, showPage(needs));
  router.get(`${home}/lista/nowa`, leaders, showPublish(needs));
  router.post(`${home}/lista/nowa`, leaders, publish(needs));
  router.get(`${home}/:kod`, viewers, showSphere(needs));
  router.post(`${home}/:kod`, leaders, decide(needs));
  return router;
};

const deskOf = ({ workshop }: WorkshopRoutesNeeds, id: string): Promise<SphereDesk> =>
  workshop.sphereDecisions.readDesk(id as EvaluationId);

const pageOf = ({ evaluation: { id, shortTitle, demonstration } }: SphereDesk, res: Response) => ({
  layout: actorOf(res).role === 'director' ? ('top-bar' as const) : ('staff' as const),
  current: 'workshop',
  study: { id, title: shortTitle },
  demonstration,
  sheets: ['/css/analysis.css', '/css/spheres.css'],
});

const mayDecide = (res: Response): boolean => actorOf(res).role !== 'director';

const showPage =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params.id);
    const translator = translatorOf(req);
    sendPage(req, res, {
      ...pageOf(desk, res),
      view: 'workshop/spheres',
      title: translator.t('sphere-decisions:title'),
      model: { page: presentSpheresPage(desk, mayDecide(res), translator) },
    });
  };

interface Sphere {
  readonly code: string;
  readonly label: string;
}

/** @throws Problem `sphere-decisions.sphere-not-found` */
const sphereIn = ({ spheres }: SphereDesk, code: string): Sphere => {
  const found = spheres.find((one) => one.code === code);
  if (found === undefined) throw sphereNotFound();
  return found;
};

const showSphere =
  (needs: WorkshopRoutesNeeds): SphereHandler =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params.id);
    const sphere = sphereIn(desk, req.params.kod);
    const form = freshForm(desk, sphere, newId<'sphere decision'>());
    sendSphere(req, res, { desk, sphere, state: { form, faults: [], isOvertaken: false } });
  };

interface Shown {
  readonly desk: SphereDesk;
  readonly sphere: Sphere;
  readonly state: FormState;
}

const sendSphere = (req: Request, res: Response, { desk, sphere, state }: Shown): void => {
  const translator = translatorOf(req);
  const page = mayDecide(res) ? presentForm(desk, sphere, state, translator) : presentHistory(desk, sphere, translator);
  const isRefused = page.errors.length > 0 || page.conflict !== null;
  sendPage(req, res, {
    ...pageOf(desk, res),
    view: 'workshop/spheres-form',
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    status: page.conflict !== null ? 409 : isRefused ? 400 : 200,
    model: { page },
  });
};

const settingOf = (desk: SphereDesk, code: string): FormSetting => ({
  wojewodztwo: desk.evaluation.wojewodztwo,
  meetings: heldMeetings(desk).map(({ number }) => number),
  people: desk.meetings.flatMap(({ members }) => members.map(({ name }) => name)),
  needsOwnWords: needsOwnWords(desk, code),
  earlierReason: desk.current.get(code)?.reason ?? '',
});

const decide =
  (needs: WorkshopRoutesNeeds): SphereHandler =>
  async (req, res) => {
    const form = parseInput(decisionForm, req.body);
    const desk = await deskOf(needs, req.params.id);
    const sphere = sphereIn(desk, req.params.kod);
    const { faults, words } = readDecisionForm(form, settingOf(desk, sphere.code));
    const isOvertaken = await (words === null
      ? Promise.resolve(false)
      : isRefused(() =>
          needs.workshop.sphereDecisions.decide(desk.evaluation, wantedOf(form, sphere, words), actorOf(res).name),
        ));
    if (words !== null && !isOvertaken) {
      res.redirect(303, `${pathOf(desk)}#decyzje`);
      return;
    }
    const now = isOvertaken ? await deskOf(needs, req.params.id) : desk;
    sendSphere(req, res, { desk: now, sphere, state: { form, faults, isOvertaken } });
  };

const wantedOf = (
  { id, poprzednia }: DecisionForm,
  { code, label }: Sphere,
  words: NonNullable<ReturnType<typeof readDecisionForm>['words']>,
) => ({
  ...words,
  id: id as SphereDecisionId,
  sphere: code,
  label,
  after: poprzednia === '' ? null : (poprzednia as SphereDecisionId),
});

/** True when somebody else was first. */
const isRefused = async (act: () => Promise<unknown>): Promise<boolean> => {
  try {
    await act();
    return false;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'conflict') return true;
    throw error;
  }
};

const showPublish =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params.id);
    const id = newId<'sphere list'>();
    sendPublish(req, res, desk, { id, meeting: undefined, isUnconfirmed: false, isOvertaken: false });
  };

const sendPublish = (req: Request, res: Response, desk: SphereDesk, state: PublishState): void => {
  const translator = translatorOf(req);
  const page = presentPublish(desk, state, translator);
  const isRefused = state.isUnconfirmed || state.isOvertaken;
  sendPage(req, res, {
    ...pageOf(desk, res),
    view: 'workshop/spheres-publish',
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    status: state.isOvertaken ? 409 : isRefused ? 400 : 200,
    model: { page },
  });
};

const publish =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { id, stan, spotkanie, potwierdzam } = parseInput(publishForm, req.body);
    const desk = await deskOf(needs, req.params.id);
    const held = heldMeetings(desk).find(({ number }) => String(number) === spotkanie);
    const state = {
      id: id as SphereListId,
      meeting: spotkanie,
      isUnconfirmed: potwierdzam !== '1',
      isOvertaken: false,
    };
    const wanted = { id: state.id, stamp: stan, meetingNumber: held?.number ?? null };
    const isOvertaken =
      !state.isUnconfirmed &&
      (await isRefused(() => needs.workshop.sphereDecisions.publishList(desk.evaluation, wanted, actorOf(res).name)));
    if (!state.isUnconfirmed && !isOvertaken) {
      res.redirect(303, `${pathOf(desk)}#lista`);
      return;
    }
    const now = isOvertaken ? await deskOf(needs, req.params.id) : desk;
    sendPublish(req, res, now, { ...state, isOvertaken });
  };
