import type { Request, RequestHandler, Response } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { QuestionnaireDefinition } from '../domain';
import { cleanLine } from './form/clean-text';
import { newQuestionnaireInput } from './inputs';
import type { EditorNeeds } from './item-pages';
import { presentList } from './present/list';

type StudyAddress = { readonly id: string };

const CODE = /^[a-z][a-z0-9-]{1,39}$/;
/** Parts of addresses below the list. */
const RESERVED = new Set(['nowy', 'wczytaj', 'szablony']);
const LONGEST_TITLE = 300;

interface Typed {
  readonly tytul: string;
  readonly kod: string;
  readonly issues: readonly { readonly field: string; readonly text: string }[];
}

const NOTHING: Typed = { tytul: '', kod: '', issues: [] };

/** All questionnaires of a study, and the beginning of a new one. */
export const showList =
  (needs: EditorNeeds): RequestHandler<StudyAddress> =>
  async (req, res) => {
    await sendList(needs, req, res, req.params.id as EvaluationId, NOTHING);
  };

const sendList = async (
  needs: EditorNeeds,
  req: Request,
  res: Response,
  id: EvaluationId,
  typed: Typed,
): Promise<void> => {
  const { questionnaires, countResponses, readEvaluation } = needs;
  const translator = translatorOf(req);
  const evaluation = await readEvaluation(id);
  const [drafts, versions] = await Promise.all([questionnaires.drafts.listDrafts(id), questionnaires.listVersions(id)]);
  const responses = await Promise.all(drafts.map(({ code }) => countResponses(id, code)));
  const title = translator.t('editor:list.title');
  sendPage(req, res, {
    layout: 'staff',
    view: 'questionnaires/editor/show-list',
    title: typed.issues.length > 0 ? translator.t('layout:errorTitle', { title }) : title,
    status: typed.issues.length > 0 ? 400 : 200,
    current: 'questionnaire',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    model: {
      ...presentList(translator, evaluation, drafts, versions, responses),
      typed,
      errorOf: Object.fromEntries(typed.issues.map(({ field, text }) => [field, text])),
    },
  });
};

/** Begins an empty questionnaire with one page. */
export const createQuestionnaire =
  (needs: EditorNeeds): RequestHandler<StudyAddress> =>
  async (req, res) => {
    const input = parseInput(newQuestionnaireInput, req.body);
    const { t } = translatorOf(req);
    const id = req.params.id as EvaluationId;
    await needs.readEvaluation(id);
    const { drafts } = needs.questionnaires;
    const title = cleanLine(input.tytul);
    const taken = new Set((await drafts.listDrafts(id)).map(({ code }) => code));
    const code = input.kod.trim() === '' ? freeCode(title, taken) : input.kod.trim();
    const issues = [
      ...(title === '' ? [{ field: 'f-tytul', text: t('editor:frame.title-missing') }] : []),
      ...(title.length > LONGEST_TITLE
        ? [{ field: 'f-tytul', text: t('editor:issue.too-long', { longest: LONGEST_TITLE, length: title.length }) }]
        : []),
      ...(CODE.test(code) && !RESERVED.has(code) ? [] : [{ field: 'f-kod', text: t('editor:list.code-shape') }]),
      ...(taken.has(code) ? [{ field: 'f-kod', text: t('editor:list.code-taken', { code }) }] : []),
    ];
    if (issues.length > 0) {
      await sendList(needs, req, res, id, { tytul: title, kod: input.kod, issues });
      return;
    }
    await drafts.createDraft(id, actorOf(res).name, emptyDefinition(code, title));
    res.redirect(303, `/badania/${id}/kwestionariusz/${code}/pytania`);
  };

const emptyDefinition = (code: string, title: string): QuestionnaireDefinition => ({
  code,
  version: 1,
  locale: 'pl',
  title,
  lead: '',
  minutes: 5,
  pages: [{ id: 'strona-1', title: '', items: [] }],
});

/** `Ankieta pracowników` → `ankieta-pracownikow`; with a number where that is taken. */
const freeCode = (title: string, taken: ReadonlySet<string>): string => {
  const plain = title
    .toLowerCase()
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (signs) => (/^\p{M}+$/u.test(signs) ? '' : '-'))
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 36)
    .replace(/-+$/, '');
  const base = plain.length < 2 ? 'kwestionariusz' : plain;
  let code = base;
  for (let number = 2; taken.has(code) || RESERVED.has(code); number += 1) code = `${base}-${number}`;
  return code;
};
