import { join, resolve } from 'node:path';
import type { Actor } from '../../features/accounts';
import { tableAt } from '../../features/analysis';
import { tellsContact } from '../../features/analysis/domain';
import type { Evaluation } from '../../features/evaluations';
import type { Criterion } from '../../features/evaluations/domain';
import { draftFinding, type DraftFinding, type NewEvidence } from '../../features/findings';
import { addDays } from '../../platform/clock';
import { loadTranslators, type Translator } from '../../platform/i18n';
import { newId, type AccountId } from '../../platform/ids';
import type { Chapters } from '../compose';
import { FINDINGS, type PlannedFinding, type PlannedNote, type PlannedTable } from './findings-plan';

const WRITER = 'Anna Wrona';

/** Findings from the demonstration's own numbers, in the sentences of the rules; notes and quotes say what they are. */
export const writeFindings = async (chapters: Chapters, evaluation: Evaluation): Promise<void> => {
  const { findings } = chapters;
  if ((await findings.listFindings(evaluation.id)).length > 0) return;
  const { pl } = loadTranslators(localesFolder());
  for (const planned of FINDINGS) await writeFinding({ chapters, evaluation, translator: pl }, planned);
};

const localesFolder = (): string =>
  resolve(__dirname, __filename.endsWith('.ts') ? '../../..' : join('..', '..', '..', '..'), 'locales');

interface Around {
  readonly chapters: Chapters;
  readonly evaluation: Evaluation;
  readonly translator: Translator;
}

const writeFinding = async (around: Around, planned: PlannedFinding): Promise<void> => {
  const { chapters, evaluation } = around;
  const drafted: Drafted[] = [];
  for (const table of planned.tables) {
    const one = await draft(around, table);
    if (one !== null) drafted.push(one);
  }
  const [first] = drafted;
  if (first === undefined) return;
  const quote = await quoteFrom(around, planned.quotedFrom);
  const { dimensions, tone, state } = planned;
  await chapters.findings.addFinding(
    evaluation.id,
    {
      title: first.said.title,
      text: drafted.map(({ said }, at) => (at === 0 ? said.text : `${said.title}. ${said.text}`)).join('\n\n'),
      dimensions,
      tone,
      state,
      criterion: criterionOf(planned),
      evidence: [
        ...drafted.map(({ evidence }) => evidence),
        ...planned.notes.map((note) => noteOf(note, evaluation)),
        ...(quote === null ? [] : [quote]),
      ],
    },
    WRITER,
  );
};

const criterionOf = ({ criterion }: PlannedFinding): Criterion =>
  criterion === 'jakość' ? { kind: 'own', name: criterion } : { kind: 'listed', code: criterion };

const noteOf = ({ method, text, source, after }: PlannedNote, { opensOn }: Evaluation): NewEvidence => ({
  kind: 'note',
  method,
  text,
  source,
  day: addDays(opensOn, after),
});

interface Drafted {
  readonly said: DraftFinding;
  readonly evidence: NewEvidence;
}

/** Null where too few have answered for the rules to say anything. */
const draft = async (
  { chapters, evaluation, translator }: Around,
  { state, focus }: PlannedTable,
): Promise<Drafted | null> => {
  const addressed = tableAt(state);
  if (addressed === undefined) return null;
  const { dataset, request, level } = addressed;
  const given = await chapters.analysis.frozen.previewTable(evaluation.id, { dataset, request, level });
  const said = draftFinding(given, focus, translator);
  if (said === null) return null;
  const { claim, title } = said;
  return { said, evidence: { kind: 'table', dataset, request, level, focus, claim, draft: title } };
};

const QUOTED = { least: 30, most: 400 };

/** A checked quote from the first of these questions that somebody answered at some length. */
const quoteFrom = async (
  { chapters: { analysis }, evaluation: { id } }: Around,
  codes: readonly string[],
): Promise<NewEvidence | null> => {
  const { questionnaires } = await analysis.texts.readQuestions(id);
  for (const { code: questionnaireCode, fields } of questionnaires)
    for (const { code } of fields.filter((field) => codes.includes(field.code))) {
      const read = await analysis.texts.readAnswers(id, code, questionnaireCode);
      const answer = read.texts.answers?.find(
        ({ text }) => text.length >= QUOTED.least && text.length <= QUOTED.most && !tellsContact(text),
      );
      if (answer === undefined) continue;
      const quote = newId<'quote'>();
      const checker: Actor = { id: 'demonstracja' as AccountId, role: 'evaluator', name: WRITER };
      const attributes = ['dane demonstracyjne'];
      await analysis.texts.addQuote({ ...read, answer }, { id: quote, text: answer.text, attributes }, checker);
      return { kind: 'quote', quote };
    }
  return null;
};
