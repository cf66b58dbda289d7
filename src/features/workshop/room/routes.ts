import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { isUnchanged, openEventStream, parseInput, sendPage, sendPart, translatorOf } from '../../../platform/http';
import { newId } from '../../../platform/ids';
import { TEXT_LIMITS, type Meeting } from '../domain';
import { roomProposalRoutes } from '../proposals/routes';
import { joinFault } from './check-proposal';
import {
  COOKIE,
  inRoom,
  inside,
  knockOf,
  publicPage,
  secretIn,
  visit,
  type Inside,
  type RoomRoutesNeeds,
} from './enter';
import { codeForm, joinForm, spheresForm, voteForm } from './inputs';
import { presentJoin } from './present-join';
import { presentDevices } from './present-notes';
import { presentPhone, tagOfPhone } from './present-phone';

export { inside, publicPage, type RoomRoutesNeeds } from './enter';

type Handler = RequestHandler<{ kod: string }>;

/** The meeting as participants meet it, without an account, below `/s/:kod`. */
export const roomRoutes = (needs: RoomRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/s', showCodeForm);
  router.post('/s', enterCode(needs));
  router.get('/s/:kod', inRoom(showRoom(needs)));
  router.get('/s/:kod/ekran', inRoom(showScreen(needs)));
  router.get('/s/:kod/na-zywo', inRoom(listen(needs)));
  router.post('/s/:kod/dolacz', inRoom(join(needs)));
  router.post('/s/:kod/wyjscie', inRoom(leave(needs)));
  router.use(roomProposalRoutes(needs));
  router.post('/s/:kod/glosy', inRoom(vote(needs)));
  router.post('/s/:kod/sfery', inRoom(chooseSpheres(needs)));
  return router;
};

/** Where nothing can be typed or chosen. */
const WITHOUT_SCRIPTS_SECONDS = 10;

const showCodeForm: RequestHandler = (req, res) => {
  const title = translatorOf(req).t('workshop:code.title');
  sendPage(req, res, { ...publicPage, view: 'workshop/room/enter-code', title, model: { code: '', fault: null } });
};

/** Wrong codes are answered alike, whether there never was such a meeting or it has ended. */
const enterCode =
  ({ workshop }: RoomRoutesNeeds): RequestHandler =>
  async (req, res) => {
    const { kod } = parseInput(codeForm, req.body);
    const entered = await workshop.enterByCode(knockOf(req, kod));
    if (entered !== undefined) {
      res.redirect(303, `/s/${kod}`);
      return;
    }
    const { t } = translatorOf(req);
    const title = t('workshop:code.title');
    sendPage(req, res, {
      ...publicPage,
      view: 'workshop/room/enter-code',
      title: t('layout:errorTitle', { title }),
      status: 404,
      model: { code: kod.slice(0, TEXT_LIMITS.name), fault: t('workshop:code.unknown') },
    });
  };

const showRoom =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { stored, participant } = await visit(needs, req);
    if (participant === undefined) {
      showJoin(req, res, stored.meeting);
      return;
    }
    await showPhone(needs, req, res, { stored, meeting: stored.meeting, participant });
  };

const showPhone = async (
  { workshop }: RoomRoutesNeeds,
  req: Request,
  res: Response,
  { stored, meeting, participant }: Inside,
): Promise<void> => {
  const translator = translatorOf(req);
  const phone = presentPhone(await workshop.readPhone(stored, participant), newId(), translator);
  sendPage(req, res, {
    ...publicPage,
    view: 'workshop/room/phone',
    title: translator.t('workshop:phone.title', { title: meeting.title }),
    scripts: ['/js/workshop/live.js'],
    demonstration: (await workshop.readEvaluation(meeting.evaluationId)).demonstration,
    ...(phone.isOnlyRead ? { reloadSeconds: WITHOUT_SCRIPTS_SECONDS } : {}),
    model: { phone, devices: presentDevices(await workshop.devicesOf(participant.id), translator) },
  });
};

const showJoin = (req: Request, res: Response, meeting: Meeting, fault: string | null = null): void => {
  const translator = translatorOf(req);
  const title = translator.t('workshop:join.title');
  sendPage(req, res, {
    ...publicPage,
    view: 'workshop/room/join',
    title: fault === null ? title : translator.t('layout:errorTitle', { title }),
    status: fault === null ? 200 : 400,
    model: { join: presentJoin(meeting, req.body, fault, translator) },
  });
};

const join =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { stored } = await visit(needs, req);
    const { meeting } = stored;
    const form = parseInput(joinForm, req.body);
    const { osoba, imie, instytucja } = form;
    const isMember = meeting.members.some(({ id }) => id === osoba);
    const fault = joinFault(meeting, form);
    if (fault !== null) {
      showJoin(req, res, meeting, translatorOf(req).t(fault, { ...TEXT_LIMITS }));
      return;
    }
    const wanted = isMember
      ? ({ kind: 'member', member: osoba } as const)
      : ({ kind: 'guest', name: imie, institution: instytucja } as const);
    const { secret } = await needs.workshop.joinMeeting(meeting, wanted);
    const path = `/s/${req.params.kod}`;
    res.cookie(COOKIE, secret, { httpOnly: true, sameSite: 'lax', path, secure: req.secure });
    res.redirect(303, path);
  };

const leave =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { participant } = await inside(needs, req);
    await needs.workshop.leaveMeeting(participant, secretIn(req) ?? '');
    res.clearCookie(COOKIE, { path: `/s/${req.params.kod}` });
    res.redirect(303, '/s');
  };

/** The part of the page that changes, as it is now. */
const showScreen =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { stored, participant } = await inside(needs, req);
    const read = await needs.workshop.readPhone(stored, participant);
    if (isUnchanged(req, res, tagOfPhone(read))) return;
    const phone = presentPhone(read, newId(), translatorOf(req));
    sendPart(req, res, 'workshop/room/phone-live', { phone });
  };

const listen =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { meeting, participant } = await inside(needs, req);
    await openEventStream(req, res, {
      of: participant.id,
      listen: (tell) =>
        needs.workshop.listen(meeting.id, 'phone', () => {
          tell('change');
        }),
      state: async () => String((await inside(needs, req)).stored.edition),
    });
  };

const vote =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { meeting, participant } = await inside(needs, req);
    const { propozycja, stan, runda } = parseInput(voteForm, req.body);
    await needs.workshop.castVote(participant, {
      meeting: meeting.id,
      option: propozycja,
      isChosen: stan === '1',
      ...(runda === undefined ? {} : { round: runda }),
    });
    res.redirect(303, `/s/${req.params.kod}#glosy`);
  };

const chooseSpheres =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { meeting, participant } = await inside(needs, req);
    const { sfera } = parseInput(spheresForm, req.body);
    await needs.workshop.chooseSpheres(participant, meeting.id, sfera);
    res.redirect(303, `/s/${req.params.kod}#sfery`);
  };
