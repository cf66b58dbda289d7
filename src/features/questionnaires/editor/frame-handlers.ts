import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { Translator } from '../../../platform/i18n';
import { actorOf } from '../../accounts';
import { allItems, fingerprintOfFrame } from '../domain/edit';
import type { Desk } from '../open-desk';
import { deskAddress } from '../present-frame';
import { cleanLine, cleanText } from './form/clean-text';
import { numberIn } from './form/read-fields';
import { frameInput, itemQuery } from './inputs';
import { deskOf, editorPage, type EditorNeeds } from './item-pages';
import { itemLabel } from './present/outline';
import { presentUndo } from './present/undo';

type DeskAddress = { readonly id: string; readonly kod: string };

const LONGEST = { tytul: 300, wstep: 5_000 } as const;
const MOST_MINUTES = 240;

interface TypedFrame {
  readonly tytul: string;
  readonly wstep: string;
  readonly minuty: string;
}

interface FrameState {
  readonly typed: TypedFrame;
  readonly issues: readonly { readonly field: string; readonly text: string }[];
  readonly conflict: boolean;
  readonly note: 'zapisano' | 'cofnieto' | null;
}

/** Title, lead and length of a questionnaire, and the items that inform and ask for consent. */
export const showFrame =
  (needs: EditorNeeds): RequestHandler<DeskAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const { po } = parseInput(itemQuery, req.query);
    const note = po === 'zapisie' ? 'zapisano' : po === 'cofnieciu' ? 'cofnieto' : null;
    await sendFrame(needs, req, res, desk, { typed: storedFrame(desk), issues: [], conflict: false, note });
  };

const storedFrame = ({ draft: { definition } }: Desk): TypedFrame => ({
  tytul: definition.title,
  wstep: definition.lead,
  minuty: String(definition.minutes),
});

export const postFrame =
  (needs: EditorNeeds): RequestHandler<DeskAddress> =>
  async (req, res) => {
    const { tytul, wstep, minuty, odcisk } = parseInput(frameInput, req.body);
    const desk = await deskOf(needs, req.params);
    const typed = { tytul: cleanLine(tytul), wstep: cleanText(wstep), minuty: minuty.trim() };
    const issues = issuesOf(typed, translatorOf(req).t);
    if (issues.length > 0) {
      await sendFrame(needs, req, res, desk, { typed, issues, conflict: false, note: null });
      return;
    }
    const frame = { title: typed.tytul, lead: typed.wstep, minutes: numberIn(typed.minuty) ?? 1 };
    const outcome = await needs.questionnaires.editor.makeEdit(desk.draft, actorOf(res), {
      edit: () => ({ kind: 'change-frame', frame }),
      seen: odcisk,
    });
    if (outcome.kind === 'made') res.redirect(303, `${deskAddress(desk)}/wstep?po=zapisie`);
    else
      await sendFrame(
        needs,
        req,
        res,
        { ...desk, draft: outcome.draft },
        { typed, issues, conflict: true, note: null },
      );
  };

const issuesOf = (typed: TypedFrame, t: Translator['t']): FrameState['issues'] => {
  const minutes = numberIn(typed.minuty);
  const tooLong = (['tytul', 'wstep'] as const)
    .filter((name) => typed[name].length > LONGEST[name])
    .map((name) => ({
      field: `f-${name}`,
      text: t('editor:issue.too-long', { longest: LONGEST[name], length: typed[name].length }),
    }));
  return [
    ...(typed.tytul === '' ? [{ field: 'f-tytul', text: t('editor:frame.title-missing') }] : []),
    ...tooLong,
    ...(minutes === undefined || !Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES
      ? [{ field: 'f-minuty', text: t('editor:frame.minutes-wrong', { most: MOST_MINUTES }) }]
      : []),
  ];
};

const sendFrame = async (
  needs: EditorNeeds,
  req: Request,
  res: Response,
  desk: Desk,
  { typed, issues, conflict, note }: FrameState,
): Promise<void> => {
  const translator = translatorOf(req);
  const { t } = translator;
  const { definition } = desk.draft;
  const home = deskAddress(desk);
  const last = await needs.questionnaires.editor.lastEditBy(desk.draft, actorOf(res).id);
  const stored = storedFrame(desk);
  const title = t('editor:frame.heading');
  editorPage(req, res, desk, 'wstep', {
    view: 'questionnaires/editor/show-frame',
    title: issues.length > 0 ? t('layout:errorTitle', { title }) : title,
    status: conflict ? 409 : issues.length > 0 ? 400 : 200,
    model: {
      home,
      typed,
      issues,
      errorOf: Object.fromEntries(issues.map(({ field, text }) => [field, text])),
      seen: fingerprintOfFrame(definition),
      note: note === null ? null : t(`editor:frame.note-${note}`),
      conflict: conflict
        ? (['tytul', 'wstep', 'minuty'] as const)
            .filter((name) => stored[name] !== typed[name])
            .map((name) => ({ label: t(`editor:frame.${name}`), mine: typed[name], theirs: stored[name] }))
        : null,
      firstPage: definition.pages[0]?.id ?? '',
      undo: presentUndo(translator, last),
      clauses: allItems(definition)
        .filter(({ kind }) => kind === 'information' || kind === 'consent')
        .map((item) => ({
          kind: t(`editor:kind.${item.kind}`),
          label: itemLabel(t, item),
          address: `${home}/pytania/${item.code}`,
        })),
    },
  });
};
