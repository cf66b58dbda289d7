import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { historyAddress } from './addresses';
import { deskOf, keyOf, sendDesk, type OfQuestionnaire } from './desk-page';
import { LONGEST_NOTE, publicationForm } from './inputs';
import { presentPublication, type TypedNote } from './present-publication';

type Handler = RequestHandler<OfQuestionnaire>;

export const askBeforePublishing =
  (needs: QuestionnairesRoutesNeeds): Handler =>
  (req, res) =>
    sendQuestion(needs, req, res, { note: '', isTooLong: false });

export const publish =
  (needs: QuestionnairesRoutesNeeds): Handler =>
  async (req, res) => {
    const { wersja: version, rewizja: revision, notatka: note } = parseInput(publicationForm, req.body ?? {});
    if (note.length > LONGEST_NOTE) {
      await sendQuestion(needs, req, res, { note, isTooLong: true });
      return;
    }
    const key = keyOf(req.params);
    const confirmed = { version, revision, note: note === '' ? null : note };
    await needs.questionnaires.versions.publishDraft(key, actorOf(res).name, confirmed);
    res.redirect(303, `${historyAddress(key)}?zrobiono=opublikowano`);
  };

const sendQuestion = async (
  needs: QuestionnairesRoutesNeeds,
  req: Request<OfQuestionnaire>,
  res: Response,
  typed: TypedNote,
): Promise<void> => {
  const desk = await deskOf(needs, req.params);
  const translator = translatorOf(req);
  const { t } = translator;
  const title = t('versions:publication.page-title', { version: desk.draft.definition.version });
  sendDesk(req, res, desk, {
    view: 'questionnaires/versions/publication',
    title: typed.isTooLong ? t('versions:error-title', { title }) : title,
    status: typed.isTooLong ? 400 : 200,
    model: presentPublication(translator, actorOf(res), desk, typed),
  });
};
