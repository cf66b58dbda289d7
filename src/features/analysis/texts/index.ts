import type { EvaluationId } from '../../../platform/ids';
import type { Actor } from '../../accounts';
import type { DeskNeeds } from '../desk-needs';
import { asksForInstitution, type TextField } from '../domain/texts';
import { PROFILE } from '../domain/dimensions';
import { keepTexts, type QuestionTexts, type TextAnswer, type TextQuestion } from './keep-texts';
import { openQuestions, type OpenQuestionnaire, type OpenTexts } from './open-questions';
import { answerNotFound, questionNotFound, quoteNotFound } from './problems';
import { createQuoteStore, type Quote, type QuoteId } from './store';

export type { Quote, QuoteId } from './store';

export interface CountedQuestionnaire extends OpenQuestionnaire {
  /** By question: how many wrote something. */
  readonly counts: readonly number[];
}

/** The answers to one question. */
export interface ReadAnswers extends Pick<OpenTexts, 'evaluation'> {
  readonly questionnaire: OpenQuestionnaire;
  readonly field: TextField;
  readonly texts: QuestionTexts;
}

export interface ReadAnswer extends ReadAnswers {
  readonly answer: TextAnswer;
}

/** Open answers, listed and searched, and quotes made of them. */
export const createTexts = (needs: DeskNeeds) => {
  const store = createQuoteStore(needs.connection);
  const open = openQuestions(needs);
  const readAnswers = answersReader(needs, open, keepTexts(needs));

  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,

    readQuestions: questionsReader(needs, open),
    readAnswers,

    /** @throws Problem `texts.question-not-found` · `texts.answer-not-found` */
    readAnswer: async (
      evaluationId: EvaluationId,
      { code, questionnaireCode, reference }: { code: string; questionnaireCode: string; reference: string },
    ): Promise<ReadAnswer> => {
      const read = await readAnswers(evaluationId, code, questionnaireCode);
      const answer = read.texts.answers?.find((one) => one.reference === reference);
      if (answer === undefined) throw answerNotFound();
      return { ...read, answer };
    },

    /** Keeps a quote that a person has checked; the caller has seen that it may stand. Repeatable. */
    addQuote: async (
      { evaluation, questionnaire, field, answer }: ReadAnswer,
      quote: Pick<Quote, 'id' | 'text' | 'attributes'>,
      actor: Actor,
    ): Promise<void> => {
      await store.addOnce({
        ...quote,
        evaluationId: evaluation.id,
        questionnaireCode: questionnaire.code,
        field: field.code,
        question: field.choice === null ? field.text : `${field.text} ${field.choice}`,
        reference: answer.reference,
        checkedBy: { id: actor.id, name: actor.name },
        checkedAt: needs.clock.now(),
        withdrawn: null,
      });
    },

    /** Quotes that may be used in findings, newest first. */
    listQuotes: async (evaluationId: EvaluationId): Promise<readonly Quote[]> =>
      (await store.allOf(evaluationId)).filter(({ withdrawn }) => withdrawn === null),

    /** Withdrawn ones too: the log of who checked what. */
    listAllQuotes: store.allOf,

    /** @throws Problem `texts.quote-not-found` */
    withdrawQuote: async (evaluationId: EvaluationId, id: QuoteId, actor: Actor): Promise<void> => {
      const withdrawn = { by: { id: actor.id, name: actor.name }, at: needs.clock.now() };
      if (!(await store.withdraw(evaluationId, id, withdrawn))) throw quoteNotFound();
    },

    readEvaluation: needs.readEvaluation,
  };
};

type OpenQuestions = ReturnType<typeof openQuestions>;

/** @throws Problem `texts.question-not-found` */
const answersReader =
  (needs: DeskNeeds, open: OpenQuestions, keep: ReturnType<typeof keepTexts>) =>
  async (evaluationId: EvaluationId, code: string, questionnaireCode: string): Promise<ReadAnswers> => {
    const { evaluation, questionnaires } = await open(evaluationId);
    const questionnaire = questionnaires.find(
      (one) =>
        (questionnaireCode === '' || one.code === questionnaireCode) && one.fields.some((field) => field.code === code),
    );
    const field = questionnaire?.fields.find((one) => one.code === code);
    if (questionnaire === undefined || field === undefined) throw questionNotFound({ code: code.slice(0, 40) });
    const { dataset } = await needs.dataset(evaluation, { kind: 'all' });
    const lastNumber = Math.max(0, ...questionnaires.map((one) => dataset.rowsOf(one.code)?.numbers.at(-1) ?? 0));
    const texts = await keep({ ...questionOf({ evaluation, questionnaires }, questionnaire, field), lastNumber });
    return { evaluation, questionnaire, field, texts };
  };

/** Every question answered in words, with how many answered. */
const questionsReader = (needs: DeskNeeds, open: OpenQuestions) => async (evaluationId: EvaluationId) => {
  const { evaluation, questionnaires } = await open(evaluationId);
  const { dataset } = await needs.dataset(evaluation, { kind: 'all' });
  const counted = questionnaires
    .filter(({ fields }) => fields.length > 0)
    .map((one): CountedQuestionnaire => {
      const rows = dataset.rowsOf(one.code);
      return { ...one, counts: one.fields.map(({ code, versions }) => rows?.countAnswers(code, versions) ?? 0) };
    });
  return { evaluation, questionnaires: counted };
};

const questionOf = (
  { evaluation }: OpenTexts,
  questionnaire: OpenQuestionnaire,
  field: TextField,
): Omit<TextQuestion, 'lastNumber'> => {
  const codes = new Set(evaluation.institutions.map(({ code }) => code));
  const rops = evaluation.institutions.find(({ kind }) => kind === 'rops')?.code ?? '';
  return {
    evaluationId: evaluation.id,
    questionnaireCode: questionnaire.code,
    field: field.code,
    versions: field.versions,
    sensitive: field.sensitive,
    smallestGroup: evaluation.smallestGroup,
    institutionOf: ({ versionId, answers }) => {
      const version = questionnaire.versions.get(versionId);
      if (version !== undefined && !asksForInstitution(version)) return rops;
      const named = answers[PROFILE.institution];
      return typeof named === 'string' && codes.has(named) ? named : '';
    },
  };
};

export type Texts = ReturnType<typeof createTexts>;
