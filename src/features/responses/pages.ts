import type { LanguageLink, Page } from '../../platform/http';
import type { Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations/domain';
import { langOf, offeredLanguages } from '../questionnaires/domain';
import { presentContact, type Contact } from './contact';
import type { Draft, Receipt } from './domain';
import type { DrawnPage } from './draw-page';
import type { Visit } from './open-visit';
import { presentIntro } from './present-intro';
import { presentThanks, type EmailFormState } from './present-thanks';

const SCRIPT = '/js/responses/answer-page.js';

/** What every page of one visit shares. */
export interface Frame {
  readonly translator: Translator;
  readonly visit: Visit;
  /** Address of the intro page, `/a/:token`. */
  readonly home: string;
  /** Address of the first page of questions. */
  readonly start: string;
  readonly contact: Contact | undefined;
}

type Inside = Pick<Page, 'view' | 'title' | 'model' | 'status' | 'scripts' | 'languages'>;

const framed = (evaluation: Evaluation, inside: Inside): Page => ({
  layout: 'public',
  bodyClass: 'quest',
  study: { id: evaluation.id, title: evaluation.shortTitle },
  institution: { name: evaluation.commissioner, region: evaluation.regionName },
  demonstration: evaluation.demonstration,
  ...inside,
});

/** Title, status and script of a page that came back with a mistake, or of one without. */
const marked = (
  { translator }: Frame,
  title: string,
  hasMistake: boolean,
): Pick<Inside, 'title' | 'status' | 'scripts'> =>
  hasMistake
    ? { title: translator.t('responses:error.title', { title }), status: 400, scripts: [SCRIPT] }
    : { title, status: 200, scripts: [] };

/** `wrongCode`: a return code that was tried in vain. */
export const introPage = (frame: Frame, wrongCode: string | undefined): Page => {
  const { translator, visit, contact, home, start } = frame;
  const intro = presentIntro(translator, visit, contact);
  return framed(visit.evaluation, {
    ...marked(frame, intro.title, wrongCode !== undefined),
    view: 'responses/show-intro',
    languages: languageLinks(visit, home),
    model: {
      intro,
      contact: presentContact(contact),
      start: visit.invitation.closedAt === undefined ? start : null,
      codeAction: `${home}/kod`,
      codeError: wrongCode === undefined ? null : translator.t('responses:error.code'),
      typedCode: wrongCode ?? '',
      chosen: visit.chosen ?? null,
    },
  });
};

const languageLinks = ({ version, language }: Visit, home: string): readonly LanguageLink[] =>
  offeredLanguages(version.definition)
    .filter(({ code }) => code !== language)
    .map(({ code, lang, ownName }) => ({
      address: `${home}?lang=${code}`,
      name: ownName,
      lang: lang === langOf(language) ? null : lang,
    }));

/** `isReply`: answers were just sent; a page that is only opened again is no failure. */
export const questionsPage = (evaluation: Evaluation, drawn: DrawnPage, isReply: boolean): Page => {
  const { title, hasErrors, model } = drawn;
  return framed(evaluation, {
    view: 'responses/show-page',
    title,
    status: hasErrors && isReply ? 400 : 200,
    scripts: [SCRIPT],
    model,
  });
};

export const returnCodePage = (frame: Frame, { returnCode }: Draft, address: string, back: string): Page => {
  const { t, format } = frame.translator;
  const closesOn = format.dayOfMonth(frame.visit.evaluation.closesOn);
  return framed(frame.visit.evaluation, {
    view: 'responses/show-return-code',
    title: t('responses:later.title'),
    model: { later: { returnCode, closesOn, address, back } },
  });
};

export const thanksPage = (frame: Frame, receipt: Receipt, state: EmailFormState): Page => {
  const { translator, visit, contact, home } = frame;
  return framed(visit.evaluation, {
    ...marked(frame, translator.t('responses:thanks.pageTitle'), state.mistake !== undefined),
    view: 'responses/show-thanks',
    model: {
      thanks: presentThanks(translator, visit, receipt, state),
      contact: presentContact(contact),
      submissionId: receipt.id,
      resultsAction: `${home}/wyniki`,
      chosen: visit.chosen ?? null,
    },
  });
};
