import type { Page } from '../../platform/http';
import type { Translator } from '../../platform/i18n';
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
  readonly contact: Contact | undefined;
}

type Inside = Pick<Page, 'view' | 'title' | 'model' | 'status' | 'scripts'>;

const framed = ({ visit: { evaluation } }: Frame, inside: Inside): Page => ({
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
  const { translator, visit, contact, home } = frame;
  const intro = presentIntro(translator, visit, contact);
  return framed(frame, {
    ...marked(frame, intro.title, wrongCode !== undefined),
    view: 'responses/show-intro',
    model: {
      intro,
      contact: presentContact(contact),
      start: `${home}/s/1`,
      codeAction: `${home}/kod`,
      codeError: wrongCode === undefined ? null : translator.t('responses:error.code'),
      typedCode: wrongCode ?? '',
    },
  });
};

/** `isReply`: answers were just sent; a page that is only opened again is no failure. */
export const questionsPage = (frame: Frame, { title, hasErrors, model }: DrawnPage, isReply: boolean): Page =>
  framed(frame, {
    view: 'responses/show-page',
    title,
    status: hasErrors && isReply ? 400 : 200,
    scripts: [SCRIPT],
    model,
  });

export const returnCodePage = (frame: Frame, { returnCode }: Draft, address: string, back: string): Page => {
  const { t, format } = frame.translator;
  const closesOn = format.dayOfMonth(frame.visit.evaluation.closesOn);
  return framed(frame, {
    view: 'responses/show-return-code',
    title: t('responses:later.title'),
    model: { later: { returnCode, closesOn, address, back } },
  });
};

export const thanksPage = (frame: Frame, receipt: Receipt, state: EmailFormState): Page => {
  const { translator, visit, contact, home } = frame;
  return framed(frame, {
    ...marked(frame, translator.t('responses:thanks.pageTitle'), state.mistake !== undefined),
    view: 'responses/show-thanks',
    model: {
      thanks: presentThanks(translator, visit, receipt, state),
      contact: presentContact(contact),
      submissionId: receipt.id,
      resultsAction: `${home}/wyniki`,
    },
  });
};
