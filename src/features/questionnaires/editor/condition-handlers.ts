import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { Item } from '../domain';
import { fingerprint, locateItem, rowsOfExpression, type ConditionForm, type Edit } from '../domain/edit';
import type { Desk } from '../open-desk';
import { deskAddress } from '../present-frame';
import {
  formOfCondition,
  postedCondition,
  readCondition,
  withoutForeignPicks,
  type TypedCondition,
} from './form/condition-form';
import { cleanExpression } from './form/clean-text';
import { conditionInput, conditionQuery, type ConditionInput } from './inputs';
import { deskOf, editorPage, requireShownItem, type EditorNeeds, type ItemAddress } from './item-pages';
import { presentCondition, type ConditionIssue } from './present/condition';

interface Shown {
  readonly way: 'formularz' | 'wyrazenie';
  readonly typed: TypedCondition;
  readonly expression: string;
  readonly issues: readonly ConditionIssue[];
  readonly conflict: boolean;
  readonly focus: string | null;
}

/** Who is asked an item: by rows, or by an expression where rows cannot say it. */
export const showCondition =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const item = requireShownItem(desk, req.params.pozycja);
    const { sposob } = parseInput(conditionQuery, req.query);
    const rows = rowsIn(item);
    sendCondition(req, res, desk, item, {
      way: rows === undefined ? 'wyrazenie' : (sposob ?? 'formularz'),
      typed: formOfCondition(rows),
      expression: item.shownIf ?? '',
      issues: [],
      conflict: false,
      focus: null,
    });
  };

const NO_ROWS: ConditionForm = { joining: 'all', rows: [] };

const rowsIn = (item: Item): ConditionForm | undefined =>
  item.shownIf === undefined ? NO_ROWS : rowsOfExpression(item.shownIf);

const sendCondition = (req: Request, res: Response, desk: Desk, item: Item, shown: Shown): void => {
  const translator = translatorOf(req);
  const { t } = translator;
  const view = presentCondition(translator, desk, item, shown);
  const title = t('editor:condition.page-title', { item: view.heading });
  editorPage(req, res, desk, 'pytania', {
    view: 'questionnaires/editor/show-condition',
    title: shown.issues.length > 0 ? t('layout:errorTitle', { title }) : title,
    status: shown.conflict ? 409 : shown.issues.length > 0 ? 400 : 200,
    model: {
      ...view,
      seen: fingerprint(item),
      isFormPossible: rowsIn(item) !== undefined || shown.way === 'formularz',
    },
  });
};

export const postCondition =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res) => {
    const input = parseInput(conditionInput, req.body);
    const desk = await deskOf(needs, req.params);
    const item = requireShownItem(desk, req.params.pozycja);
    const { typed, focus } = postedCondition(input);
    const shown: Shown = { way: input.sposob, typed, expression: input.wyrazenie, issues: [], conflict: false, focus };
    if (input.sposob === 'formularz' && input.akcja !== 'zapisz') {
      const rows = withoutForeignPicks(desk.draft.definition, item.code, typed);
      sendCondition(req, res, desk, item, { ...shown, typed: input.akcja === 'odswiez' ? rows : typed });
      return;
    }
    const reading = readCondition(desk.draft.definition, item.code, wanted(input, typed));
    if (reading.issues.length > 0) {
      sendCondition(req, res, desk, item, { ...shown, issues: reading.issues });
      return;
    }
    await saveCondition(needs, { req, res, desk, item, shown, seen: input.odcisk, shownIf: reading.shownIf });
  };

const wanted = (input: ConditionInput, typed: TypedCondition): TypedCondition | string =>
  input.sposob === 'formularz' ? typed : cleanExpression(input.wyrazenie);

interface Saving {
  readonly req: Request;
  readonly res: Response;
  readonly desk: Desk;
  readonly item: Item;
  readonly shown: Shown;
  readonly seen: string;
  readonly shownIf: string;
}

const saveCondition = async (
  needs: EditorNeeds,
  { req, res, desk, item, shown, seen, shownIf }: Saving,
): Promise<void> => {
  const outcome = await needs.questionnaires.editor.makeEdit(desk.draft, actorOf(res), {
    edit: (definition): Edit => {
      const { shownIf: _, ...plain } = locateItem(definition, item.code)?.item ?? item;
      return { kind: 'change-item', code: item.code, item: (shownIf === '' ? plain : { ...plain, shownIf }) as Item };
    },
    seen,
  });
  if (outcome.kind === 'made') {
    res.redirect(303, `${deskAddress(desk)}/pytania/${item.code}?po=zapisie`);
    return;
  }
  const theirs = requireShownItem({ ...desk, draft: outcome.draft }, item.code);
  sendCondition(req, res, { ...desk, draft: outcome.draft }, theirs, { ...shown, conflict: true });
};
