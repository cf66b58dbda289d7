import type { Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations/domain';
import { nameOf } from '../organisations';
import {
  issueTextKey,
  pageAt,
  pathThrough,
  pipeText,
  type AnswerSheet,
  type Block,
  type CompiledVersion,
  type FormFields,
  type Issue,
  type Language,
} from '../questionnaires/domain';
import { pageContents, personalItem, progressAt, templateOf, type ItemOnPage, type PageContents } from './domain';
import { langIn } from './lang-in';
import { presentItem, type ItemView } from './present-item';

export interface PageView {
  readonly title: string;
  /** Language of the title where it is not the page's. */
  readonly titleLang: string | null;
  readonly place: number;
  readonly pages: number;
  readonly minutesLeft: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** True when the answers brought up more questions on the page just sent. */
  readonly hasRevealed: boolean;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly groups: readonly GroupView[];
  /** Number of the first question on the page; a script counts on from it. */
  readonly firstNumber: number;
  /** Answers of other pages that conditions on this page look at, as JSON. */
  readonly earlier: string;
  /** Values that a script works out anew with every answer, as JSON. */
  readonly calculations: string;
  /** What `today()` says in conditions. */
  readonly today: string;
  /** The questionnaire is over here, or may be once an answer on this page says so. */
  readonly isEnd: boolean;
  readonly mayEnd: boolean;
  readonly savedAt: string | null;
}

/** Questions that stand together: the turn of a repeated block under its heading, or those outside of blocks. */
export interface GroupView {
  readonly heading: { readonly id: string; readonly text: string } | null;
  readonly isHidden: boolean;
  readonly items: readonly ItemView[];
}

export interface PageState {
  readonly pageNumber: number;
  readonly answers: AnswerSheet;
  readonly typed: FormFields;
  readonly issues: readonly Issue[];
  readonly hasRevealed: boolean;
  readonly savedAt: Date | undefined;
  /** The submission id: it decides the order where chance does. */
  readonly seed: string;
}

/** Which questions, for which evaluation, in which language. */
export interface Questionnaire {
  readonly evaluation: Evaluation;
  /** In the language below. */
  readonly version: CompiledVersion;
  readonly language: Language;
}

export const presentPage = (
  translator: Translator,
  { evaluation, version, language }: Questionnaire,
  state: PageState,
): PageView => {
  const contents = pageContents(version, state.pageNumber, state.answers);
  const errors = new Map(state.issues.map((issue) => [issue.field, translator.t(issueTextKey(issue), issue.details)]));
  const langAt = langIn(translator, version, language);
  const setting = { translator, wojewodztwo: evaluation.wojewodztwo };
  const filled = { answers: state.answers, typed: state.typed, errors };
  const path = pathThrough(version, state.answers);
  const wording = { number: decimalOf, day: translator.format.day, place: placeOf };
  const respondent = { answers: path.answers, seed: state.seed, wording };
  const items = contents.items.map((onPage) => {
    const template = templateOf(version, state.pageNumber, respondent, onPage);
    const lang = langAt(textKeyOf(onPage));
    const personal = personalItem(version, respondent, onPage);
    return { block: onPage.block, view: presentItem({ ...setting, lang, template }, filled, personal) };
  });
  const progress = progressAt(version, state.pageNumber, state.answers);
  return {
    ...progress,
    titleLang: langAt(`page/${pageAt(version, state.pageNumber).id}`),
    title: pipeText(pageAt(version, state.pageNumber).title, path.answers, version, wording),
    isFirst: progress.place === 1,
    isLast: progress.place === progress.pages,
    hasRevealed: state.hasRevealed,
    errors: state.issues.map((issue) => presentError(translator, contents, issue)),
    groups: groupsOf(translator, items),
    firstNumber: contents.firstNumber,
    earlier: JSON.stringify(contents.earlier),
    calculations: JSON.stringify(contents.calculations),
    today: version.today,
    isEnd: contents.isEnd,
    mayEnd: items.some(({ view }) => view.isEnd && view.condition !== null),
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

/** Place of the item's text in the definition, also of one in a repeated block. */
const textKeyOf = ({ item, block }: ItemOnPage): string => `${block?.origin ?? item.code}/text`;

const placeOf = (terc: string): string => nameOf(terc) ?? terc;

const decimalOf = (value: number): string => String(value).replace('.', ',');

const groupsOf = (
  { t }: Translator,
  items: readonly { readonly block: Block | null; readonly view: ItemView }[],
): readonly GroupView[] => {
  const groups: { block: Block | null; items: ItemView[] }[] = [];
  for (const { block, view } of items) {
    const last = groups.at(-1);
    if (last !== undefined && turnOf(last.block) === turnOf(block)) last.items.push(view);
    else groups.push({ block, items: [view] });
  }
  return groups.map(({ block, items: inGroup }) => ({
    heading: block === null ? null : { id: turnOf(block), text: headingOf(t, block) },
    isHidden: inGroup.every(({ isHidden }) => isHidden),
    items: inGroup,
  }));
};

const turnOf = (block: Block | null): string => (block === null ? '' : `${block.of}-${block.choice}`);

const headingOf = (t: Translator['t'], { title, label }: Block): string =>
  title.includes(label) ? title : t('responses:question.block', { title, label });

/** A sentence that goes on after a colon; a name in capitals keeps them. */
const startingSmall = (sentence: string): string =>
  /^\p{Lu}\p{Lu}/u.test(sentence) ? sentence : sentence.charAt(0).toLocaleLowerCase('pl') + sentence.slice(1);
