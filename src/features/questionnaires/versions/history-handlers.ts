import type { RequestHandler } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { VersionId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { Desk } from '../open-desk';
import { presentFrame } from '../present-frame';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { historyAddress } from './addresses';
import { deskOf, keyOf, sendDesk, type OfQuestionnaire } from './desk-page';
import { bareForm, historyQuery, versionForm, versionNumberIn, type Done } from './inputs';
import { presentDifference } from './present-difference';
import { presentHistory } from './present-history';
import { noSuchVersion } from './problems';

type Handler = RequestHandler<OfQuestionnaire>;

export const showHistory =
  (needs: QuestionnairesRoutesNeeds): Handler =>
  async (req, res) => {
    const { zrobiono } = parseInput(historyQuery, req.query);
    const desk = await deskOf(needs, req.params);
    const [events, responses] = await Promise.all([
      needs.questionnaires.versions.readHistory(keyOf(req.params)),
      countEach(needs, desk),
    ]);
    const translator = translatorOf(req);
    const view = presentHistory(translator, actorOf(res), { desk, events, responses, done: zrobiono });
    sendDesk(req, res, desk, {
      view: 'questionnaires/versions/history',
      title: translator.t('versions:history.page-title', { title: desk.draft.definition.title }),
      model: view,
    });
  };

const countEach = async (
  { countOfVersion }: QuestionnairesRoutesNeeds,
  { evaluation, versions }: Desk,
): Promise<ReadonlyMap<VersionId, number>> =>
  new Map(await Promise.all(versions.map(async ({ id }) => [id, await countOfVersion(evaluation.id, id)] as const)));

export const showDifference =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire & { nr: string }> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const { t } = translatorOf(req);
    const home = historyAddress(keyOf(req.params));
    const number = versionNumberIn(req.params.nr);
    const known = [desk.draft.definition, ...desk.versions.map(({ definition }) => definition)];
    const after = known.find(({ version }) => version === number);
    if (after === undefined) throw noSuchVersion({ home, version: number ?? 0 });
    const before = known[known.indexOf(after) + 1];
    sendDesk(req, res, desk, {
      view: 'questionnaires/versions/difference',
      title: t('versions:difference.page-title', { version: after.version, title: desk.draft.definition.title }),
      model: {
        frame: presentFrame(translatorOf(req), desk, actorOf(res), 'wersje'),
        history: home,
        title: t('versions:difference.title', { version: after.version, before: before?.version ?? 0 }),
        version: after.version,
        isDraft: after === desk.draft.definition,
        note: desk.versions.find(({ definition }) => definition === after)?.note ?? null,
        difference: before === undefined ? null : presentDifference(translatorOf(req), before, after),
      },
    });
  };

/** What a person does to a version by one button; afterwards the history says what was done. */
export const actOnVersions = ({ questionnaires: { versions } }: QuestionnairesRoutesNeeds) => {
  const done =
    (way: Done, act: (params: OfQuestionnaire, by: string, body: unknown) => Promise<unknown>): Handler =>
    async (req, res) => {
      await act(req.params, actorOf(res).name, req.body ?? {});
      res.redirect(303, `${historyAddress(keyOf(req.params))}?zrobiono=${way}`);
    };
  return {
    sendToReview: done('do-uwag', (params, by, body) => {
      parseInput(bareForm, body);
      return versions.sendToReview(keyOf(params), by);
    }),
    takeBack: done('cofnieto', (params, by, body) => {
      parseInput(bareForm, body);
      return versions.takeBackFromReview(keyOf(params), by);
    }),
    close: done('zamknieto', (params, by, body) =>
      versions.closeVersion(keyOf(params), by, parseInput(versionForm, body).wersja),
    ),
    reopen: done('otwarto', (params, by, body) =>
      versions.reopenVersion(keyOf(params), by, parseInput(versionForm, body).wersja),
    ),
  };
};
