import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { Page, QuestionnaireDefinition } from '../domain';
import { fingerprintOfPage, nextPageId, type Edit } from '../domain/edit';
import type { Desk } from '../open-desk';
import { deskAddress } from '../present-frame';
import { cleanLine } from './form/clean-text';
import { ITEM_KINDS } from './form/item-form';
import { addPageInput, itemQuery, pageInput } from './inputs';
import { countOpen, deskOf, editorPage, type EditorNeeds } from './item-pages';
import { presentNote, type NoteReason } from './present/note';
import { pageName, presentOutline } from './present/outline';
import { presentUndo } from './present/undo';
import { noSuchPage } from './problems';

type DeskAddress = { readonly id: string; readonly kod: string };
type PageAddress = DeskAddress & { readonly strona: string };

const LONGEST_TITLE = 200;

/** Ids of pages that a page moves behind, the nearest first. */
const idsBefore = ({ pages }: QuestionnaireDefinition, index: number): readonly string[] =>
  pages
    .slice(0, Math.max(0, index))
    .map(({ id }) => id)
    .reverse();

const pageAddress = (desk: Desk, id: string): string => `${deskAddress(desk)}/strony/${encodeURIComponent(id)}`;

export const addPage =
  (needs: EditorNeeds): RequestHandler<DeskAddress> =>
  async (req, res) => {
    const { po } = parseInput(addPageInput, req.body);
    const desk = await deskOf(needs, req.params);
    const edit = (definition: QuestionnaireDefinition): Edit => {
      const at = definition.pages.findIndex(({ id }) => id === po);
      const index = at < 0 ? definition.pages.length : at + 1;
      return {
        kind: 'add-page',
        page: { id: nextPageId(definition), title: '', items: [] },
        after: idsBefore(definition, index),
      };
    };
    const outcome = await needs.questionnaires.editor.makeEdit(desk.draft, actorOf(res), { edit, seen: null });
    const id = outcome.kind === 'made' ? outcome.applied.subject : '';
    res.redirect(303, `${pageAddress(desk, id)}?po=dodaniu`);
  };

/** What the person typed, and what somebody else made of it meanwhile. */
interface PageState {
  readonly typed: string | undefined;
  readonly conflict: boolean;
  readonly tooLong: boolean;
  readonly reason: NoteReason | undefined;
}

export const showPage =
  (needs: EditorNeeds): RequestHandler<PageAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const { po } = parseInput(itemQuery, req.query);
    const state = { typed: undefined, conflict: false, tooLong: false, reason: po };
    await sendPageForm(needs, req, res, desk, requirePage(desk, req.params.strona), state);
  };

const requirePage = (desk: Desk, id: string): Page => {
  const page = desk.draft.definition.pages.find((each) => each.id === id);
  if (page === undefined) throw noSuchPage({ home: `${deskAddress(desk)}/pytania` });
  return page;
};

const sendPageForm = async (
  needs: EditorNeeds,
  req: Request,
  res: Response,
  desk: Desk,
  page: Page,
  { typed, conflict, tooLong, reason }: PageState,
): Promise<void> => {
  const translator = translatorOf(req);
  const { t } = translator;
  const { definition } = desk.draft;
  const { editor } = needs.questionnaires;
  const [comments, last] = await Promise.all([
    editor.listComments(desk.draft),
    editor.lastEditBy(desk.draft, actorOf(res).id),
  ]);
  const home = deskAddress(desk);
  const heading = pageName(t, definition.pages.indexOf(page), page.title);
  editorPage(req, res, desk, 'pytania', {
    view: 'questionnaires/editor/show-page',
    title: t('editor:item.title', { heading, title: definition.title }),
    status: conflict ? 409 : tooLong ? 400 : 200,
    model: {
      home,
      outline: presentOutline(translator, definition, { home, current: page.id, openComments: countOpen(comments) }),
      kinds: ITEM_KINDS.map((value) => ({ value, text: t(`editor:kind.${value}`) })),
      note: presentNote(translator, desk, last, reason),
      undo: presentUndo(translator, last),
      page: {
        id: page.id,
        heading,
        address: pageAddress(desk, page.id),
        title: typed ?? page.title,
        seen: fingerprintOfPage({ ...page, items: [] }),
        whole: fingerprintOfPage(page),
        items: t('editor:page.items', { count: page.items.length }),
        isOnly: definition.pages.length === 1,
        conflict: conflict ? t('editor:page.conflict', { title: page.title }) : null,
        tooLong: tooLong ? t('editor:issue.too-long', { longest: LONGEST_TITLE, length: typed?.length ?? 0 }) : null,
        focus: reason === 'dodaniu',
      },
    },
  });
};

/** Saves the title, then moves or deletes the page if a button says so. */
export const postPage =
  (needs: EditorNeeds): RequestHandler<PageAddress> =>
  async (req, res) => {
    const input = parseInput(pageInput, req.body);
    const desk = await deskOf(needs, req.params);
    const id = req.params.strona;
    const title = cleanLine(input.tytul);
    const shown = { typed: title, conflict: false, tooLong: false, reason: undefined };
    if (title.length > LONGEST_TITLE) {
      await sendPageForm(needs, req, res, desk, requirePage(desk, id), { ...shown, tooLong: true });
      return;
    }
    const { editor } = needs.questionnaires;
    const { akcja } = input;
    const isDeleting = akcja === 'usun';
    const outcome = await editor.makeEdit(desk.draft, actorOf(res), {
      edit: () => (isDeleting ? { kind: 'delete-page', id } : { kind: 'rename-page', id, title }),
      seen: isDeleting ? input.calosc : input.odcisk,
    });
    if (outcome.kind === 'conflict') {
      const now = { ...desk, draft: outcome.draft };
      await sendPageForm(needs, req, res, now, requirePage(now, id), { ...shown, conflict: true });
    } else if (akcja === 'usun') res.redirect(303, `${deskAddress(desk)}/pytania?po=usunieciu`);
    else if (akcja === 'zapisz') res.redirect(303, `${pageAddress(desk, id)}?po=zapisie`);
    else {
      await editor.makeEdit(desk.draft, actorOf(res), { edit: stepped(id, akcja), seen: null });
      res.redirect(303, `${pageAddress(desk, id)}?po=przesunieciu`);
    }
  };

const stepped =
  (id: string, direction: 'gora' | 'dol') =>
  (definition: QuestionnaireDefinition): Edit => {
    const index = definition.pages.findIndex((page) => page.id === id);
    const others = { ...definition, pages: definition.pages.filter((page) => page.id !== id) };
    return { kind: 'move-page', id, after: idsBefore(others, direction === 'gora' ? index - 1 : index + 1) };
  };
