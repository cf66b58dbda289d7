import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { Item, ItemKind } from '../domain';
import { fingerprint, locateItem, placeOf, stepPlace, type Edit } from '../domain/edit';
import type { Draft } from '../drafts';
import type { Desk } from '../open-desk';
import { deskAddress } from '../present-frame';
import { sendConflict } from './conflict-page';
import { changeLines, withPasted, withScale } from './form/change-lines';
import { convertKind } from './form/convert-kind';
import { hasPart, type ItemForm } from './form/item-form';
import { postedForm, type FormStep } from './form/posted-form';
import { itemInput, type ItemInput } from './inputs';
import { deskOf, sendItem, type EditorNeeds, type ItemAddress } from './item-pages';
import type { FormState } from './present/item';
import { presentIssues } from './present/issues';
import { saveItem } from './save-item';

/** A posted form with the place it was posted to. */
interface Posted {
  readonly req: Request<ItemAddress>;
  readonly res: Response;
  readonly desk: Desk;
  readonly code: string;
  readonly step: FormStep;
  readonly state: FormState;
}

/** Every button of an item's form comes here: the form is saved first, then what the button says is done. */
export const postItem =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res) => {
    const input = parseInput(itemInput, req.body);
    const desk = await deskOf(needs, req.params);
    const code = req.params.pozycja;
    const { form, step } = postedForm(input);
    const posted = { req, res, desk, code, step, state: stateOf(input, form) };
    const item = locateItem(desk.draft.definition, code)?.item;
    if (item === undefined) {
      sendConflict(req, res, desk, {
        code,
        state: posted.state,
        theirs: undefined,
        edit: undefined,
        wantsJson: step.kind === 'autosave',
      });
      return;
    }
    const redisplayed = redisplay(posted, input);
    if (redisplayed !== undefined) await sendItem(needs, req, res, { desk, item, state: redisplayed });
    else if (step.kind === 'delete') await deletePosted(needs, posted);
    else await savePosted(needs, posted, item, input);
  };

const stateOf = (input: ItemInput, form: ItemForm): FormState => ({
  form,
  seen: input.odcisk,
  issues: [],
  wording: input.zmiana,
  aware: input.swiadomie === '1',
  lost: [],
  focus: null,
});

/** The form as it is shown again without saving; undefined where the button saves. */
const redisplay = ({ state, step }: Posted, input: ItemInput): FormState | undefined => {
  const { form } = state;
  if (step.kind === 'scale') return { ...state, form: withScale(form), focus: 'odpowiedzi' };
  if (step.kind === 'paste') {
    const list = hasPart(form.kind, 'wiersze') ? 'wiersze' : 'odpowiedzi';
    return { ...state, form: withPasted(form, input.wklej ?? '', list), focus: list };
  }
  if ('list' in step) {
    const { form: changed, focus } = changeLines(form, step);
    const letter = step.list === 'odpowiedzi' ? 'o' : 'w';
    const isMove = step.kind === 'line-up' || step.kind === 'line-down';
    const id = focus < 0 ? `dodaj-${step.list}` : `f-${letter}-${focus}${isMove ? `-${step.kind}` : ''}`;
    return { ...state, form: changed, focus: id };
  }
  const kind = input.typ as ItemKind;
  if (kind === form.kind || step.kind === 'delete' || step.kind === 'autosave') return undefined;
  const { form: converted, lost } = convertKind(form, kind);
  return { ...state, form: converted, lost, focus: 'f-tekst' };
};

const deletePosted = async (needs: EditorNeeds, { req, res, desk, code, state }: Posted): Promise<void> => {
  const { editor } = needs.questionnaires;
  const neighbour = neighbourOf(desk, code);
  const edit = (): Edit => ({ kind: 'delete-item', code });
  const outcome = await editor.makeEdit(desk.draft, actorOf(res), { edit, seen: state.seen });
  if (outcome.kind === 'conflict')
    await conflict(needs, { req, res, desk, code, state, step: { kind: 'delete' } }, outcome.draft);
  else res.redirect(303, `${deskAddress(desk)}/pytania${neighbour}?po=usunieciu`);
};

/** Where the person goes after deleting: the next item on the page, or the one before. */
const neighbourOf = ({ draft }: Desk, code: string): string => {
  const location = locateItem(draft.definition, code);
  const next = location?.siblings[location.index + 1] ?? location?.siblings[location.index - 1];
  return next === undefined ? '' : `/${next.code}`;
};

const savePosted = async (needs: EditorNeeds, posted: Posted, item: Item, input: ItemInput): Promise<void> => {
  const { req, res, desk, code, step, state } = posted;
  const isTyping = step.kind === 'autosave';
  if (isTyping && input.typ !== state.form.kind) {
    res.status(400).json({ text: translatorOf(req).t('editor:autosave.kind') });
    return;
  }
  const { form, seen, wording, aware } = state;
  const saved = { form, seen, wording, aware, typing: isTyping };
  const outcome = await saveItem(needs.questionnaires.editor)(desk, code, actorOf(res), saved);
  if (outcome.kind === 'conflict') await conflict(needs, posted, outcome.draft);
  else if (outcome.kind === 'issues') await sendIssues(needs, posted, item, { ...state, issues: outcome.issues });
  else if (isTyping) replySaved(req, res, desk, outcome.draft, outcome.code);
  else await afterSaving(needs, posted, outcome.code);
};

const conflict = async (
  needs: EditorNeeds,
  { req, res, desk, code, state, step }: Posted,
  draft: Draft,
): Promise<void> => {
  const edit = await needs.questionnaires.editor.lastEditOf(draft, code);
  const theirs = locateItem(draft.definition, code)?.item;
  sendConflict(req, res, { ...desk, draft }, { code, state, theirs, edit, wantsJson: step.kind === 'autosave' });
};

const sendIssues = async (needs: EditorNeeds, posted: Posted, item: Item, state: FormState): Promise<void> => {
  const { req, res, desk, step } = posted;
  if (step.kind !== 'autosave') {
    await sendItem(needs, req, res, { desk, item, state, status: 400 });
    return;
  }
  const [issue] = presentIssues(translatorOf(req).t, state.issues, () => '');
  res
    .status(400)
    .json({ text: translatorOf(req).t('editor:autosave.issue', { issue: issue?.text }), field: issue?.field });
};

const replySaved = (req: Request<ItemAddress>, res: Response, desk: Desk, draft: Draft, code: string): void => {
  const location = locateItem(draft.definition, code);
  const at = draft.savedAt === null ? '' : translatorOf(req).format.time(draft.savedAt);
  res.json({
    savedAt: at,
    odcisk: location === undefined ? '' : fingerprint(location.item),
    address: `${deskAddress(desk)}/pytania/${code}`,
  });
};

const afterSaving = async (needs: EditorNeeds, { res, desk, step }: Posted, code: string): Promise<void> => {
  const { editor } = needs.questionnaires;
  const address = `${deskAddress(desk)}/pytania/`;
  if (step.kind === 'up' || step.kind === 'down') {
    await editor.makeEdit(desk.draft, actorOf(res), { edit: stepped(code, step.kind), seen: null });
    res.redirect(303, `${address}${code}?po=przesunieciu&kierunek=${step.kind === 'up' ? 'gora' : 'dol'}`);
  } else if (step.kind === 'duplicate') {
    const outcome = await editor.makeEdit(desk.draft, actorOf(res), {
      edit: () => ({ kind: 'duplicate-item', code }),
      seen: null,
    });
    const copy = outcome.kind === 'made' ? outcome.applied.subject : code;
    res.redirect(303, `${address}${copy}?po=powieleniu`);
  } else res.redirect(303, `${address}${code}?po=zapisie`);
};

const stepped =
  (
    code: string,
    direction: 'up' | 'down',
  ): Parameters<EditorNeeds['questionnaires']['editor']['makeEdit']>[2]['edit'] =>
  (definition) => {
    const location = locateItem(definition, code);
    const place = stepPlace(definition, code, direction) ?? (location === undefined ? undefined : placeOf(location));
    return { kind: 'move-item', code, place: place ?? { parent: { kind: 'page', id: '' }, after: [] } };
  };
