import type { Request, Response } from 'express';
import { translatorOf } from '../../../platform/http';
import type { Item } from '../domain';
import { fingerprint } from '../domain/edit';
import type { Desk } from '../open-desk';
import { deskAddress } from '../present-frame';
import { formOf } from './form/form-of-item';
import { FIELD_NAMES } from './form/item-form';
import { LONG_LIST, textOfChoices } from './form/long-list';
import { editorPage } from './item-pages';
import { differencesBetween } from './present/conflict';
import type { FormState } from './present/item';
import type { MadeEdit } from '.';

export interface Conflict {
  readonly code: string;
  /** What the person typed. */
  readonly state: FormState;
  /** The item as somebody else left it; undefined when it was deleted. */
  readonly theirs: Item | undefined;
  readonly edit: MadeEdit | undefined;
  /** A script asked: it shows the sentence beside the form and leads to this page. */
  readonly wantsJson: boolean;
}

/** Both versions side by side, with what was typed kept in the form that saves it all the same. */
export const sendConflict = (req: Request, res: Response, desk: Desk, conflict: Conflict): void => {
  const translator = translatorOf(req);
  const { t, format } = translator;
  const { code, state, theirs, edit } = conflict;
  const at = edit?.at ?? desk.draft.savedAt;
  const details = {
    time: at === null ? '' : format.time(at),
    name: edit?.name ?? desk.draft.savedBy ?? '',
  };
  const text = t(theirs === undefined ? 'editor:conflict.deleted' : 'editor:conflict.changed', details);
  if (conflict.wantsJson) {
    res.status(409).json({ text });
    return;
  }
  const home = deskAddress(desk);
  editorPage(req, res, desk, 'pytania', {
    view: 'questionnaires/editor/show-conflict',
    title: t('editor:conflict.title'),
    status: 409,
    model: {
      text,
      action: theirs === undefined ? `${home}/pytania/${code}/wstaw` : `${home}/pytania/${code}`,
      theirsAddress: theirs === undefined ? `${home}/pytania` : `${home}/pytania/${code}`,
      isDeleted: theirs === undefined,
      seen: theirs === undefined ? state.seen : fingerprint(theirs),
      differences: differencesBetween(
        translator,
        desk.draft.definition,
        state.form,
        theirs === undefined ? { kind: state.form.kind, fields: {}, choices: [], rows: [] } : formOf(theirs),
      ),
      typed: typedFields(state),
    },
  });
};

/** The form again, as hidden fields: saving it once more needs nothing to be typed twice. */
const typedFields = ({ form, wording, aware }: FormState): readonly (readonly [name: string, value: string])[] => [
  ['typ-byl', form.kind],
  ['typ', form.kind],
  ...FIELD_NAMES.flatMap((name) => (form.fields[name] === undefined ? [] : [[name, form.fields[name]] as const])),
  ...typedChoices(form.choices),
  ...form.rows.flatMap((row) => [
    ['w-bylo', row.was] as const,
    ['w-kod', row.code] as const,
    ['w-tekst', row.text] as const,
    ['w-warunek', row.shownIf] as const,
    ['w-porownanie', row.comparison] as const,
  ]),
  ...(hasToggle(form.choices, '97') ? [['nd', '1'] as const] : []),
  ...(hasToggle(form.choices, '98') ? [['tp', '1'] as const] : []),
  ...(wording === undefined ? [] : [['zmiana', wording] as const]),
  ...(aware ? [['swiadomie', '1'] as const] : []),
];

/** Many answers travel in one field, as they do in the form. */
const typedChoices = (choices: FormState['form']['choices']): readonly (readonly [string, string])[] =>
  choices.length > LONG_LIST
    ? [['lista-odpowiedzi', textOfChoices(choices)]]
    : choices.flatMap((choice) => [
        ['o-bylo', choice.was] as const,
        ['o-kod', choice.code] as const,
        ['o-tekst', choice.label] as const,
        ['o-wartosc', choice.value] as const,
        ['o-rola', choice.role] as const,
      ]);

const hasToggle = (choices: FormState['form']['choices'], missing: string): boolean =>
  choices.some(({ role }) => role.split('+').includes(missing));
