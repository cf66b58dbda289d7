import type { Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations/domain';
import {
  issueTextKey,
  pageAt,
  type AnswerSheet,
  type CompiledVersion,
  type FormFields,
  type Issue,
} from '../questionnaires/domain';
import { pageContents, progressAt, type PageContents } from './domain';
import { presentItem, type ItemView } from './present-item';

export interface PageView {
  readonly title: string;
  readonly place: number;
  readonly pages: number;
  readonly minutesLeft: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** True when the answers brought up more questions on the page just sent. */
  readonly hasRevealed: boolean;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly items: readonly ItemView[];
  /** Number of the first question on the page; a script counts on from it. */
  readonly firstNumber: number;
  /** Answers of other pages that conditions on this page look at, as JSON. */
  readonly earlier: string;
  readonly savedAt: string | null;
}

export interface PageState {
  readonly pageNumber: number;
  readonly answers: AnswerSheet;
  readonly typed: FormFields;
  readonly issues: readonly Issue[];
  readonly hasRevealed: boolean;
  readonly savedAt: Date | undefined;
}

export const presentPage = (
  translator: Translator,
  evaluation: Evaluation,
  version: CompiledVersion,
  state: PageState,
): PageView => {
  const contents = pageContents(version, state.pageNumber, state.answers);
  const errors = new Map(state.issues.map((issue) => [issue.field, translator.t(issueTextKey(issue), issue.details)]));
  const { locale } = version.definition;
  const lang = translator.locale === locale ? null : locale;
  const setting = { translator, wojewodztwo: evaluation.wojewodztwo, lang };
  const filled = { answers: state.answers, typed: state.typed, errors };
  const items = contents.items.map((item) => presentItem(setting, filled, item));
  const progress = progressAt(version, state.pageNumber, state.answers);
  return {
    ...progress,
    title: pageAt(version, state.pageNumber).title,
    isFirst: progress.place === 1,
    isLast: progress.place === progress.pages,
    hasRevealed: state.hasRevealed,
    errors: state.issues.map((issue) => presentError(translator, contents, issue)),
    items,
    firstNumber: contents.firstNumber,
    earlier: JSON.stringify(contents.earlier),
    savedAt: state.savedAt === undefined ? null : translator.format.time(state.savedAt),
  };
};

const presentError = ({ t }: Translator, { items }: PageContents, issue: Issue) => {
  const sentence = t(issueTextKey(issue), issue.details);
  const number = items.find(({ item }) => item.code === issue.item)?.number ?? null;
  return {
    field: issue.field,
    text: number === null ? sentence : t('responses:error.inQuestion', { number, sentence: startingSmall(sentence) }),
  };
};

const startingSmall = (sentence: string): string => sentence.charAt(0).toLocaleLowerCase('pl') + sentence.slice(1);
