import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { isUnchanged, openEventStream, parseInput, sendPage, sendPart, translatorOf } from '../../../platform/http';
import { newId } from '../../../platform/ids';
import type { ConclusionId } from '../../findings';
import type { Workshop } from '..';
import { TEXT_LIMITS, type Meeting, type Participant } from '../domain';
import type { StoredMeeting } from '../meetings/store';
import { codeUnknown, notJoined } from '../problems';
import { faultsOf } from './check-proposal';
import type { Entered } from './find-by-code';
import { codeForm, joinForm, proposalForm, spheresForm, voteForm } from './inputs';
import { presentJoin } from './present-join';
import { presentPhone, tagOfPhone, type PhoneState } from './present-phone';

export interface RoomRoutesNeeds {
  readonly workshop: Workshop;
}

type Handler = RequestHandler<{ kod: string }>;

/** The meeting as participants meet it, without an account, below `/s/:kod`. */
export const roomRoutes = (needs: RoomRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/s', showCodeForm);
  router.post('/s', enterCode(needs));
  router.get('/s/:kod', showRoom(needs));
  router.get('/s/:kod/ekran', showScreen(needs));
  router.get('/s/:kod/na-zywo', listen(needs));
  router.post('/s/:kod/dolacz', join(needs));
  router.post('/s/:kod/wyjscie', leave(needs));
  router.post('/s/:kod/propozycje', propose(needs));
  router.post('/s/:kod/glosy', vote(needs));
  router.post('/s/:kod/sfery', chooseSpheres(needs));
  return router;
};

const COOKIE = 'spotkanie';
/** Where nothing can be typed or chosen. */
const WITHOUT_SCRIPTS_SECONDS = 10;

const secretIn = (req: Request): string | undefined => {
  const found = (req.cookies as Record<string, unknown> | undefined)?.[COOKIE];
  return typeof found === 'string' ? found : undefined;
};

export const publicPage = { layout: 'public', bodyClass: 'compact part' } as const;

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

const knockOf = (req: Request, code: string) => ({ code, from: req.ip ?? '', secret: secretIn(req) });

const visit = async ({ workshop }: RoomRoutesNeeds, req: Request<{ kod: string }>): Promise<Entered> => {
  const entered = await workshop.enterByCode(knockOf(req, req.params.kod));
  if (entered === undefined) throw codeUnknown({ code: req.params.kod.slice(0, TEXT_LIMITS.name) });
  return entered;
};

export interface Inside {
  readonly stored: StoredMeeting;
  readonly meeting: Meeting;
  readonly participant: Participant;
}

/** @throws Problem `workshop.not-joined` */
export const inside = async (needs: RoomRoutesNeeds, req: Request<{ kod: string }>): Promise<Inside> => {
  const { stored, participant } = await visit(needs, req);
  if (participant === undefined) throw notJoined({ code: req.params.kod });
  return { stored, meeting: stored.meeting, participant };
};

const showRoom =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { stored, participant } = await visit(needs, req);
    if (participant === undefined) {
      showJoin(req, res, stored.meeting);
      return;
    }
    await showPhone(needs, req, res, { inside: { stored, meeting: stored.meeting, participant }, state: fresh() });
  };

const fresh = (): PhoneState => ({ id: newId<'proposal'>(), typed: null, faults: [] });

const showPhone = async (
  { workshop }: RoomRoutesNeeds,
  req: Request<{ kod: string }>,
  res: Response,
  { inside: { stored, meeting, participant }, state }: { readonly inside: Inside; readonly state: PhoneState },
): Promise<void> => {
  const translator = translatorOf(req);
  const phone = presentPhone(await workshop.readPhone(stored, participant), state, translator);
  const title = translator.t('workshop:phone.title', { title: meeting.title });
  const isFaulty = state.faults.length > 0;
  sendPage(req, res, {
    ...publicPage,
    view: 'workshop/room/phone',
    title: isFaulty ? translator.t('layout:errorTitle', { title }) : title,
    status: isFaulty ? 400 : 200,
    scripts: ['/js/workshop/live.js'],
    demonstration: (await workshop.readEvaluation(meeting.evaluationId)).demonstration,
    ...(phone.isOnlyRead ? { reloadSeconds: WITHOUT_SCRIPTS_SECONDS } : {}),
    model: { phone },
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
    const { osoba, imie, instytucja } = parseInput(joinForm, req.body);
    const isMember = meeting.members.some(({ id }) => id === osoba);
    if (!isMember && (!meeting.rules.guests || imie === '' || instytucja === '')) {
      const { t } = translatorOf(req);
      showJoin(
        req,
        res,
        meeting,
        t(meeting.rules.guests ? 'workshop:join.who-missing' : 'workshop:join.member-missing'),
      );
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
    const phone = presentPhone(read, fresh(), translatorOf(req));
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

const propose =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const room = await inside(needs, req);
    const form = parseInput(proposalForm, req.body);
    const faults = faultsOf(form);
    const { id, obszar, tresc, wniosek, pokaz } = form;
    if (faults.length > 0 || obszar === undefined) {
      await showPhone(needs, req, res, { inside: room, state: { id, typed: form, faults } });
      return;
    }
    const conclusion = room.meeting.materials.find((material) => material === (wniosek as ConclusionId)) ?? null;
    await needs.workshop.propose(room.meeting, room.participant, {
      id,
      conclusion,
      dimension: obszar,
      text: tresc,
      showsInstitution: pokaz === '1',
    });
    res.redirect(303, `/s/${req.params.kod}`);
  };

const vote =
  (needs: RoomRoutesNeeds): Handler =>
  async (req, res) => {
    const { meeting, participant } = await inside(needs, req);
    const { propozycja, stan } = parseInput(voteForm, req.body);
    await needs.workshop.castVote(participant, { meeting: meeting.id, option: propozycja, isChosen: stan === '1' });
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
