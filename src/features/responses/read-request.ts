import type { Locale } from '../../platform/i18n';
import { isUuid, type SubmissionId, type VersionId } from '../../platform/ids';
import { isLanguage, type Language } from '../questionnaires/domain';
import { submissionIdIn } from './inputs';
import type { Visit, VisitWish } from './open-visit';

/** What a request to `/a/:token…` carries; everything in it comes from strangers. */
export interface Asking {
  readonly params: { readonly token: string };
  readonly query: Readonly<Record<string, unknown>>;
  readonly cookies: unknown;
  readonly body: unknown;
}

/** Cookies of one questionnaire, gone with the browser window. */
export const COOKIES = {
  /** The submission under way. */
  submission: 'zgloszenie',
  /** The finished one. */
  receipt: 'pokwitowanie',
  language: 'jezyk_ankiety',
} as const;

export type CookieName = (typeof COOKIES)[keyof typeof COOKIES];

export const homeOf = ({ params }: Asking): string => `/a/${params.token}`;

const textIn = (fields: unknown, name: string): unknown =>
  typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>)[name] : undefined;

export const cookieIn = ({ cookies }: Asking, name: CookieName): unknown => textIn(cookies, name);

/** The posted id, else the one in the address, for those without cookies, else the cookie's. */
export const idIn = (asking: Asking, name: CookieName): SubmissionId | undefined =>
  submissionIdIn(textIn(asking.body, 'zgloszenie')) ??
  submissionIdIn(asking.query['z']) ??
  submissionIdIn(cookieIn(asking, name));

export const languageIn = (text: unknown): Language | undefined => (isLanguage(text) ? text : undefined);

export const wishIn = (asking: Asking, locale: Locale): VisitWish => {
  const versionId = textIn(asking.body, 'wersja');
  return {
    id: idIn(asking, COOKIES.submission),
    language:
      languageIn(asking.query['lang']) ??
      languageIn(textIn(asking.body, 'jezyk')) ??
      languageIn(cookieIn(asking, COOKIES.language)),
    versionId: isUuid(versionId) ? (versionId as VersionId) : undefined,
    locale,
  };
};

/** An address of this questionnaire; id and language travel in it while no cookie holds them. */
export const addressFor = (
  asking: Asking,
  { chosen }: Pick<Visit, 'chosen'>,
  id: SubmissionId | undefined,
  path: string,
): string => {
  const [page = '', query = '', fragment = ''] = [/^[^?#]*/, /(?<=\?)[^#]*/, /#.*$/].map(
    (part) => part.exec(path)?.[0],
  );
  const parameters = new URLSearchParams(query);
  if (id !== undefined && cookieIn(asking, COOKIES.submission) !== id) parameters.set('z', id);
  if (chosen !== undefined && cookieIn(asking, COOKIES.language) !== chosen) parameters.set('lang', chosen);
  const text = parameters.toString();
  return `${homeOf(asking)}${page}${text === '' ? '' : `?${text}`}${fragment}`;
};
