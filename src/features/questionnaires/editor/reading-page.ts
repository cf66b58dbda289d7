import type { Request, RequestHandler, Response } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { Item } from '../domain';
import { allItems } from '../domain/edit';
import { openDesk, type Desk } from '../open-desk';
import { mayWrite } from '../policy';
import { deskAddress, presentFrame } from '../present-frame';
import { itemQuery } from './inputs';
import {
  countOpen,
  deskOf,
  editorPage,
  requireShownItem,
  type EditorNeeds,
  type ItemAddress,
  type TypedComment,
} from './item-pages';
import { presentComments } from './present/comments';
import { presentOutline } from './present/outline';
import { presentReading } from './present/reading';
import { concerns, readableDesk } from './readable-desk';

interface ReadingState {
  readonly comment?: TypedComment;
  readonly wasSaid?: boolean;
}

/** An item as colleagues of ROPS and OWES read it, with their remarks. */
export const sendReading = async (
  needs: EditorNeeds,
  req: Request,
  res: Response,
  desk: Desk,
  item: Item,
  { comment, wasSaid = false }: ReadingState,
): Promise<void> => {
  const translator = translatorOf(req);
  const home = deskAddress(desk);
  const comments = await needs.questionnaires.editor.listComments(desk.draft);
  const { definition } = desk.draft;
  const reading = presentReading(translator, desk, item);
  editorPage(req, res, desk, 'pytania', {
    view: 'questionnaires/editor/read-item',
    title: translator.t('editor:item.title', { heading: reading.heading, title: definition.title }),
    status: comment === undefined ? 200 : 400,
    model: {
      frame: presentFrame(translator, desk, actorOf(res), 'pytania'),
      outline: presentOutline(translator, definition, { home, current: item.code, openComments: countOpen(comments) }),
      reading,
      comments: presentComments(translator, comments, item.code),
      comment: comment ?? { typed: '', issue: null },
      mayResolve: false,
      said: wasSaid ? translator.t('editor:note.commented') : null,
      address: `${home}/pytania/${item.code}`,
    },
  });
};

/** Passes those who only read to their own view of an item; those who write go on to the form. */
export const readItem =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res, next) => {
    const actor = actorOf(res);
    if (mayWrite(actor)) {
      next();
      return;
    }
    const desk = readableDesk(actor, await deskOf(needs, req.params));
    const { po } = parseInput(itemQuery, req.query);
    await sendReading(needs, req, res, desk, requireShownItem(desk, req.params.pozycja), { wasSaid: po === 'uwadze' });
  };

export const readFirst =
  (needs: EditorNeeds): RequestHandler<Omit<ItemAddress, 'pozycja'>> =>
  async (req, res, next) => {
    const actor = actorOf(res);
    if (mayWrite(actor)) {
      next();
      return;
    }
    const desk = readableDesk(actor, await deskOf(needs, req.params));
    const [first] = allItems(desk.draft.definition);
    res.redirect(303, first === undefined ? '/kwestionariusze' : `${deskAddress(desk)}/pytania/${first.code}`);
  };

/** Questionnaires that wait for remarks or are published, for directors and coordinators. */
export const showReadable =
  (needs: EditorNeeds): RequestHandler =>
  async (req, res) => {
    const translator = translatorOf(req);
    const { t } = translator;
    const actor = actorOf(res);
    const evaluations = (await needs.listEvaluations()).filter((evaluation) => concerns(actor, evaluation));
    const desks = await Promise.all(
      evaluations.map(async ({ id }) => {
        const drafts = await needs.questionnaires.drafts.listDrafts(id);
        return Promise.all(drafts.map(({ code }) => openDesk(needs)(id, code)));
      }),
    );
    const readable = desks.flat().filter(({ draft, versions }) => draft.state === 'in-review' || versions.length > 0);
    sendPage(req, res, {
      layout: mayWrite(actor) ? 'staff' : 'top-bar',
      view: 'questionnaires/editor/show-readable',
      title: t('editor:readable.title'),
      current: 'questionnaires',
      demonstration: evaluations.some(({ demonstration }) => demonstration),
      model: {
        questionnaires: readable.map((desk) => ({
          title: desk.draft.definition.title,
          evaluation: desk.evaluation.title,
          address: `${deskAddress(desk)}/pytania`,
          isInReview: desk.draft.state === 'in-review',
          state: t(desk.draft.state === 'in-review' ? 'editor:list.state.in-review' : 'editor:list.state.published'),
        })),
      },
    });
  };
