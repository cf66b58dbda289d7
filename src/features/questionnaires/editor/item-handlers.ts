import type { RequestHandler } from 'express';
import { parseInput } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { ItemKind } from '../domain';
import { allItems, codesBefore, nextItemCode, pageOfItem, placeNamed, type Edit, type Place } from '../domain/edit';
import type { QuestionnaireDefinition } from '../domain';
import { deskAddress } from '../present-frame';
import { blankItem } from './form/convert-kind';
import { itemOf } from './form/item-of-form';
import { postedForm } from './form/posted-form';
import { addItemInput, itemInput, itemQuery, moveItemInput, onlyToken } from './inputs';
import { deskOf, requireShownItem, showStored, type EditorNeeds, type ItemAddress } from './item-pages';
import { storedState } from './present/item';

type DeskAddress = Omit<ItemAddress, 'pozycja'>;

/** `…/kwestionariusz/:kod` and `…/pytania`: the first item, or the page of a questionnaire that has none yet. */
export const showFirst =
  (needs: EditorNeeds): RequestHandler<DeskAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const home = deskAddress(desk);
    const [first] = allItems(desk.draft.definition);
    const { po } = parseInput(itemQuery, req.query);
    const query = po === undefined ? '' : `?po=${po}`;
    if (first === undefined)
      res.redirect(303, `${home}/strony/${encodeURIComponent(desk.draft.definition.pages[0]?.id ?? 'nowa')}${query}`);
    else res.redirect(303, `${home}/pytania/${first.code}${query}`);
  };

export const showItem =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const item = requireShownItem(desk, req.params.pozycja);
    const { po, kierunek } = parseInput(itemQuery, req.query);
    const focus = focusAfter(po, kierunek);
    await showStored(needs, req, res, desk, item, { reason: po, state: { ...storedState(item), focus } });
  };

const focusAfter = (po: string | undefined, direction: string | undefined): string | null => {
  if (po === 'dodaniu' || po === 'powieleniu') return 'f-tekst';
  if (po === 'przesunieciu') return direction === undefined ? 'komunikat' : `przesun-${direction}`;
  return po === 'usunieciu' || po === 'cofnieciu' || po === 'uwadze' ? 'komunikat' : null;
};

export const addItem =
  (needs: EditorNeeds): RequestHandler<DeskAddress> =>
  async (req, res) => {
    const { miejsce, typ } = parseInput(addItemInput, req.body);
    const desk = await deskOf(needs, req.params);
    const edit = (definition: QuestionnaireDefinition, reserved: ReadonlySet<string>): Edit => {
      const place = placeNamed(definition, miejsce);
      const code = nextItemCode(definition, pageOf(definition, place), reserved);
      return { kind: 'add-item', item: blankItem(typ as ItemKind, code), place };
    };
    const outcome = await needs.questionnaires.editor.makeEdit(desk.draft, actorOf(res), { edit, seen: null });
    const code = outcome.kind === 'made' ? outcome.applied.subject : '';
    res.redirect(303, `${deskAddress(desk)}/pytania/${code}?po=dodaniu`);
  };

const pageOf = (definition: QuestionnaireDefinition, { parent }: Place): string =>
  parent.kind === 'page' ? parent.id : (pageOfItem(definition, parent.code) ?? '');

export const moveItem =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res) => {
    const { miejsce } = parseInput(moveItemInput, req.body);
    const desk = await deskOf(needs, req.params);
    const code = req.params.pozycja;
    const edit = (definition: QuestionnaireDefinition): Edit => ({
      kind: 'move-item',
      code,
      place: placeNamed(definition, miejsce),
    });
    await needs.questionnaires.editor.makeEdit(desk.draft, actorOf(res), { edit, seen: null });
    res.redirect(303, `${deskAddress(desk)}/pytania/${code}?po=przesunieciu`);
  };

/** Puts a deleted item back as somebody still had it in their form, at the end of the questionnaire. */
export const restoreItem =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res) => {
    const { form } = postedForm(parseInput(itemInput, req.body));
    const desk = await deskOf(needs, req.params);
    const { item } = itemOf(form, blankItem(form.kind, req.params.pozycja));
    const edit = ({ pages }: QuestionnaireDefinition): Edit => {
      const last = pages.at(-1);
      const place = {
        parent: { kind: 'page', id: last?.id ?? '' } as const,
        after: codesBefore(last?.items ?? [], last?.items.length ?? 0),
      };
      return { kind: 'add-item', item, place };
    };
    await needs.questionnaires.editor.makeEdit(desk.draft, actorOf(res), { edit, seen: null });
    res.redirect(303, `${deskAddress(desk)}/pytania/${item.code}?po=dodaniu`);
  };

/** Takes back the last edit of the person who asks, and leads to what it was about. */
export const undo =
  (needs: EditorNeeds): RequestHandler<DeskAddress> =>
  async (req, res) => {
    parseInput(onlyToken, req.body);
    const desk = await deskOf(needs, req.params);
    const { draft, subject } = await needs.questionnaires.editor.undoEdit(desk.draft, actorOf(res));
    const home = deskAddress(desk);
    const { pages } = draft.definition;
    const isItem = allItems(draft.definition).some(({ code }) => code === subject);
    const isPage = pages.some(({ id }) => id === subject);
    const place = isItem
      ? `pytania/${subject}`
      : isPage
        ? `strony/${encodeURIComponent(subject)}`
        : subject === 'wstep'
          ? 'wstep'
          : 'pytania';
    res.redirect(303, `${home}/${place}?po=cofnieciu`);
  };
