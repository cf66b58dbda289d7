import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, translatorIn, translatorOf } from '../../../platform/http';
import { actorOf, requireRole } from '../../accounts';
import { inlineFile, presentTree } from '../../reports';
import type { WorkshopRoutesNeeds } from '../routes';
import { showSend, takeSend } from './send-handlers';
import { pageQuery } from './inputs';
import { showPersonPage, sendPersonFile, takePersonVoice } from './person-handlers';
import { presentPage, type MinutesPage } from './present-page';
import { notSent } from './problems';
import { readDesk, readText, type Desk, type MinutesParams, type TextShown } from './read-for';
import { pageOf, sheetPage } from './staff-page';
import { ownVoice, takeOwnVoice } from './own-voice';
import { closeApproval, resendLink, showVoices, takeAnswer, takeRecord } from './voice-handlers';
import { showWords, takeWords } from './words-handlers';

type Handler = RequestHandler<Record<'id' | 'nr', string>>;
type VersionHandler = RequestHandler<Record<'id' | 'nr' | 'wersja', string>>;

/** Protokół: read, written, sent, answered and closed. */
export const minutesRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  const leaders = requireRole('evaluator', 'administrator');
  const readers = requireRole('evaluator', 'administrator', 'director', 'coordinator');
  const home = '/badania/:id/warsztat/:nr/protokol';
  router.get(`${home}.pdf`, readers, sendFile(needs));
  router.get(home, readers, show(needs));
  router.get(`${home}/wersje/:wersja.pdf`, readers, sendVersionFile(needs));
  router.get(`${home}/wersje/:wersja`, readers, showVersion(needs));
  router.get(`${home}/zmien`, leaders, showWords(needs));
  router.post(`${home}/zmien`, leaders, takeWords(needs));
  router.get(`${home}/wyslij`, leaders, showSend(needs));
  router.post(`${home}/wyslij`, leaders, takeSend(needs));
  router.get(`${home}/glosy`, leaders, showVoices(needs));
  router.post(`${home}/glosy`, leaders, takeRecord(needs));
  router.post(`${home}/uwagi`, leaders, takeAnswer(needs));
  router.post(`${home}/linki`, leaders, resendLink(needs));
  router.post(`${home}/zatwierdz`, leaders, closeApproval(needs));
  router.post(`${home}/glos`, requireRole('director'), takeOwnVoice(needs));
  return router;
};

/** For members, by personal links, without an account. Mounted before sessions begin: no cookie is read or set. */
export const minutesLinkRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/p/protokol/:klucz.pdf', sendPersonFile(needs));
  router.get('/p/protokol/:klucz', showPersonPage(needs));
  router.post('/p/protokol/:klucz', takePersonVoice(needs));
  return router;
};

const show =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { podglad, zapisano } = parseInput(pageQuery, req.query);
    const { workshop } = needs;
    const desk = await readDesk(workshop, req.params, actorOf(res));
    const text = await readText(workshop, desk, podglad !== undefined, translatorIn(req, 'pl'));
    const voices = await workshop.minutes.voicesOf(desk.minutes.id);
    const translator = translatorOf(req);
    const page = presentPage({ ...desk, voices, code: text.code }, translator);
    sendPage(req, res, {
      ...sheetPage(desk, res),
      title: page.title,
      model: {
        page,
        ...textModel(text, translatorIn(req, 'pl')),
        isSaved: zapisano !== undefined,
        mayLead: desk.mayLead,
        voice: actorOf(res).role === 'director' ? await ownVoice(needs, desk, actorOf(res), translator) : null,
        isStaff: actorOf(res).role !== 'coordinator',
      },
    });
  };

const textModel = ({ tree }: TextShown, polish: Parameters<typeof presentTree>[1]) => ({
  tree: presentTree(tree, polish, { titleTag: 'h1', proofs: false }),
  about: tree.about,
});

const sendFile =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { podglad } = parseInput(pageQuery, req.query);
    const desk = await readDesk(needs.workshop, req.params, actorOf(res));
    const text = await readText(needs.workshop, desk, podglad !== undefined, translatorIn(req, 'pl'));
    await sendTree(needs, text, res);
  };

const sendTree = async (
  { workshop }: WorkshopRoutesNeeds,
  { tree }: TextShown,
  res: Parameters<Handler>[1],
): Promise<void> => {
  const { bytes } = await workshop.minutes.drawReport(tree);
  res
    .type('application/pdf')
    .set({
      'Content-Disposition': inlineFile(`${tree.about.subject.replace('/', '-')}.pdf`),
      'Cache-Control': 'no-store',
    })
    .send(Buffer.from(bytes));
};

/** A version that was sent; coordinators read the approved text only. */
const readVersion = async (
  { workshop }: WorkshopRoutesNeeds,
  params: MinutesParams & { readonly wersja: string },
  res: Parameters<Handler>[1],
): Promise<{ readonly desk: Desk; readonly text: TextShown }> => {
  const actor = actorOf(res);
  const desk = await readDesk(workshop, params, actor);
  const version = desk.minutes.versions.find((one) => String(one.version) === params.wersja);
  if (version === undefined || actor.role === 'coordinator') throw notSent();
  return { desk, text: { tree: await workshop.minutes.readTree(version.code), code: version.code } };
};

const showVersion =
  (needs: WorkshopRoutesNeeds): VersionHandler =>
  async (req, res) => {
    const { desk, text } = await readVersion(needs, req.params, res);
    const voices = await needs.workshop.minutes.voicesOf(desk.minutes.id);
    const page: MinutesPage = { ...presentPage({ ...desk, voices, code: text.code }, translatorOf(req)), actions: [] };
    sendPage(req, res, {
      ...pageOf(desk, res),
      ...sheetPage(desk, res),
      title: text.tree.about.subject,
      model: {
        page,
        ...textModel(text, translatorIn(req, 'pl')),
        isSaved: false,
        mayLead: desk.mayLead,
        voice: null,
        isStaff: true,
      },
    });
  };

const sendVersionFile =
  (needs: WorkshopRoutesNeeds): VersionHandler =>
  async (req, res) => {
    const { text } = await readVersion(needs, req.params, res);
    await sendTree(needs, text, res);
  };
