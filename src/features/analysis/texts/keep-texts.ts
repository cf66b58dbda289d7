import { createHash } from 'node:crypto';
import type { EvaluationId, VersionId } from '../../../platform/ids';
import type { NumberedTexts } from '../../responses';
import type { DeskNeeds } from '../desk-needs';
import { PROFILE } from '../domain/dimensions';
import { foldText, labelAnswers, type Author, type Labels } from '../domain/texts';

/** What somebody wrote, without anything that tells who or when. */
export interface TextAnswer {
  /** Names the answer for ever, and leads to nobody: a hash of the response and the question. */
  readonly reference: string;
  readonly text: string;
  readonly labels: Labels;
  /** As it is searched in. */
  readonly folded: () => string;
}

export interface QuestionTexts {
  /** In an order that says nothing of arrival. Null: too few to be shown. */
  readonly answers: readonly TextAnswer[] | null;
  readonly answered: number;
  /** Respondents who were asked and came so far. */
  readonly asked: number;
}

export interface TextQuestion {
  readonly evaluationId: EvaluationId;
  readonly questionnaireCode: string;
  readonly field: string;
  readonly versions: ReadonlySet<VersionId>;
  readonly sensitive: boolean;
  readonly smallestGroup: number;
  /** Number of the last response that there is to any questionnaire: further ones need not be looked for. */
  readonly lastNumber: number;
  /** Whom an answer of this version is about: the institution named, or the regional centre. */
  readonly institutionOf: (response: NumberedTexts) => string;
}

interface Entry extends Author {
  readonly reference: string;
  readonly text: string;
}

interface Kept {
  /** By number of the response; null: asked, and wrote nothing. */
  readonly entries: Map<number, Entry | null>;
  last: number;
  characters: number;
  read: QuestionTexts | null;
  /** Reads follow one another: two at once would read twice. */
  turn: Promise<unknown>;
}

/** Characters of texts kept in memory; the question not asked for longest goes first. */
const BUDGET_CHARACTERS = 30_000_000;
const MOST_QUESTIONS = 40;

/** Texts of questions in memory, brought up to date by the numbers of responses. */
export const keepTexts = ({ readTexts }: Pick<DeskNeeds, 'readTexts'>) => {
  const kept = new Map<string, Kept>();
  return (question: TextQuestion): Promise<QuestionTexts> => {
    const key = JSON.stringify([question.evaluationId, question.questionnaireCode, question.field]);
    const known = kept.get(key) ?? { entries: new Map(), last: 0, characters: 0, read: null, turn: Promise.resolve() };
    kept.delete(key);
    kept.set(key, known);
    const read = known.turn
      .catch(() => undefined)
      .then(() => bringUpToDate(readTexts, question, known))
      .then(() => {
        makeRoom(kept, key);
        return (known.read ??= present(question, known));
      });
    known.turn = read;
    return read;
  };
};

const makeRoom = (kept: Map<string, Kept>, asked: string): void => {
  let characters = [...kept.values()].reduce((sum, one) => sum + one.characters, 0);
  for (const [key, one] of kept) {
    if (characters <= BUDGET_CHARACTERS && kept.size <= MOST_QUESTIONS) return;
    if (key === asked) continue;
    kept.delete(key);
    characters -= one.characters;
  }
};

const SLICE = 5_000;
/** A response may be written after one with a higher number: the last ones are looked at again. */
const OVERLAP = 100;

const bringUpToDate = async (readTexts: DeskNeeds['readTexts'], question: TextQuestion, kept: Kept): Promise<void> => {
  const { evaluationId, questionnaireCode, field, lastNumber } = question;
  const wanted = { evaluationId, questionnaireCode, fields: [field, PROFILE.institution, PROFILE.clientType] };
  for (let after = Math.max(0, kept.last - OVERLAP); ;) {
    const slice = await readTexts(wanted, after, SLICE);
    for (const response of slice) take(question, kept, response);
    const last = slice.at(-1)?.sequence ?? after;
    kept.last = Math.max(kept.last, last);
    if (slice.length < SLICE) break;
    after = last;
  }
  // Responses to other questionnaires have numbers too: they are not looked through again.
  kept.last = Math.max(kept.last, lastNumber);
};

const take = (question: TextQuestion, kept: Kept, response: NumberedTexts): void => {
  if (response.replaces !== undefined && kept.entries.delete(response.replaces)) kept.read = null;
  if (kept.entries.has(response.sequence) || !question.versions.has(response.versionId)) return;
  const answer = response.answers[question.field];
  const text = typeof answer === 'string' ? answer.trim() : '';
  if (text === '' && isSkipped(answer)) return;
  kept.read = null;
  kept.characters += text.length;
  const clientType = response.answers[PROFILE.clientType];
  kept.entries.set(
    response.sequence,
    text === ''
      ? null
      : {
          reference: referenceOf(question, response),
          text,
          institution: question.institutionOf(response),
          clientType: typeof clientType === 'string' ? clientType : '',
        },
  );
};

/** Not reached, or not asked. */
const isSkipped = (answer: NumberedTexts['answers'][string] | undefined): boolean =>
  typeof answer === 'object' && 'missing' in answer && (answer.missing === 95 || answer.missing === 96);

const referenceOf = ({ evaluationId, questionnaireCode, field }: TextQuestion, { id }: NumberedTexts): string =>
  createHash('sha256')
    .update(JSON.stringify([evaluationId, questionnaireCode, field, id]))
    .digest('hex')
    .slice(0, 32);

const NO_LABELS: Labels = { institution: null, clientType: null };

const present = ({ sensitive, smallestGroup }: TextQuestion, { entries }: Kept): QuestionTexts => {
  const written = [...entries.values()].filter((entry) => entry !== null);
  written.sort((a, b) => (a.reference < b.reference ? -1 : 1));
  const labels = labelAnswers(written, smallestGroup);
  const counts = { answered: written.length, asked: entries.size };
  if (labels === null) return { ...counts, answers: null };
  return {
    ...counts,
    answers: written.map(({ reference, text }, at) => {
      let folded: string | undefined;
      return {
        reference,
        text,
        labels: sensitive ? NO_LABELS : (labels[at] ?? NO_LABELS),
        folded: () => (folded ??= foldText(text)),
      };
    }),
  };
};
