import type { Request, Response } from 'express';
import { sendPage, translatorOf, type Page } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { Item } from '../domain';
import { locateItem } from '../domain/edit';
import { openDesk, type Desk } from '../open-desk';
import { mayWrite } from '../policy';
import { deskAddress, presentFrame, type Tab } from '../present-frame';
import type { QuestionnairesRoutesNeeds } from '../routes';
import type { ItemComment } from '.';
import { presentAside } from './present/aside';
import { presentComments } from './present/comments';
import { presentItem, storedState, type FormState } from './present/item';
import { presentNote, type NoteReason } from './present/note';
import { presentOutline } from './present/outline';
import { presentPlaces } from './present/places';
import { presentUndo } from './present/undo';
import { noSuchItem } from './problems';

export type EditorNeeds = QuestionnairesRoutesNeeds;
// A type, not an interface: Express wants parameters that are open to other names.
export type ItemAddress = { readonly id: string; readonly kod: string; readonly pozycja: string };

export const deskOf = (needs: EditorNeeds, { id, kod }: Pick<ItemAddress, 'id' | 'kod'>): Promise<Desk> =>
  openDesk(needs)(id as EvaluationId, kod);

/** @throws Problem `editor.no-such-item` */
export const requireShownItem = (desk: Desk, code: string): Item => {
  const location = locateItem(desk.draft.definition, code);
  if (location === undefined) throw noSuchItem({ home: `${deskAddress(desk)}/pytania` });
  return location.item;
};

/** Everything that pages of the editor have in common. */
export const editorPage = (
  req: Request,
  res: Response,
  desk: Desk,
  tab: Tab | null,
  page: Pick<Page, 'view' | 'title' | 'model' | 'status' | 'scripts'>,
): void => {
  const { evaluation } = desk;
  const frame = presentFrame(translatorOf(req), desk, actorOf(res), tab);
  sendPage(req, res, {
    layout: mayWrite(actorOf(res)) ? 'staff' : 'top-bar',
    current: mayWrite(actorOf(res)) ? 'questionnaire' : 'questionnaires',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    ...page,
    model: { frame, ...page.model },
  });
};

export const countOpen = (comments: readonly ItemComment[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { item, resolved } of comments) if (resolved === null) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/** A remark that could not be saved. */
export interface TypedComment {
  readonly typed: string;
  readonly issue: string | null;
}

export interface ShownItem {
  readonly desk: Desk;
  readonly item: Item;
  readonly state: FormState;
  readonly reason?: NoteReason | undefined;
  readonly status?: number;
  readonly comment?: TypedComment;
}

/** The page of one item: outline, form, settings. */
export const sendItem = async (needs: EditorNeeds, req: Request, res: Response, shown: ShownItem): Promise<void> => {
  const translator = translatorOf(req);
  const { t } = translator;
  const { desk, item, state } = shown;
  const { editor } = needs.questionnaires;
  const [comments, last] = await Promise.all([
    editor.listComments(desk.draft),
    editor.lastEditBy(desk.draft, actorOf(res).id),
  ]);
  const view = presentItem(translator, desk, item, state);
  const home = deskAddress(desk);
  const title = t('editor:item.title', { heading: view.heading, title: desk.draft.definition.title });
  editorPage(req, res, desk, 'pytania', {
    view: 'questionnaires/editor/show-item',
    title: view.issues.length > 0 ? t('layout:errorTitle', { title }) : title,
    ...(shown.status === undefined ? {} : { status: shown.status }),
    scripts: ['/js/questionnaires/edit-item.js'],
    model: {
      home,
      item: view,
      outline: presentOutline(translator, desk.draft.definition, {
        home,
        current: item.code,
        openComments: countOpen(comments),
      }),
      aside: presentAside(translator, desk, item),
      places: presentPlaces(t, desk.draft.definition, item),
      bank: { evaluation: desk.evaluation.id, questionnaire: desk.draft.code },
      comments: presentComments(translator, comments, item.code),
      comment: shown.comment ?? { typed: '', issue: null },
      mayResolve: true,
      address: `${home}/pytania/${item.code}`,
      note: presentNote(translator, desk, last, shown.reason),
      undo: presentUndo(translator, last),
      texts: autosaveTexts(t),
    },
  });
};

export const showStored = (
  needs: EditorNeeds,
  req: Request,
  res: Response,
  desk: Desk,
  item: Item,
  more: Partial<ShownItem>,
) => sendItem(needs, req, res, { desk, item, state: storedState(item), ...more });

/** Sentences for the script that saves while people type. */
const autosaveTexts = (t: (key: string) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['saved', 'failed', 'offline', 'conflict', 'stopped'].map((name) => [name, t(`editor:autosave.${name}`)]),
  );
