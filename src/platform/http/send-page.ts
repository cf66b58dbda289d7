import type { Request, Response } from 'express';
import type { Locale, Translator, Translators } from '../i18n';
import type { Model, Render } from './views';

/** Public: respondents, sign-in, errors. Staff: side bar. Top bar: director, coordinator. Frame: inside another page. */
export type Layout = 'public' | 'staff' | 'top-bar' | 'frame';

export interface Page {
  readonly layout: Layout;
  /** `responses/show-page`: a file below `views/`. */
  readonly view: string;
  /** Unique title, without the product's name. */
  readonly title: string;
  readonly model?: Model;
  readonly status?: number;
  /** Class of `<body>` beside the layout's own: `quest`, `compact`, `login`. */
  readonly bodyClass?: string;
  /** Which navigation entry is the current page. */
  readonly current?: string;
  /** Name and address of the study the page belongs to; absent outside a study. */
  readonly study?: { readonly id: string; readonly title: string };
  /** Heading institution of a public page; absent: the product's own name. */
  readonly institution?: { readonly name: string; readonly region: string };
  /** The same page in other languages, each named in its own. */
  readonly languages?: readonly LanguageLink[];
  /** True when generated data are on the page: a band says so. */
  readonly demonstration?: boolean;
  /** Browser modules, `/js/figures/draw-figures.js`. */
  readonly scripts?: readonly string[];
  /** Style sheets beside those of every page, `/css/report.css`. */
  readonly sheets?: readonly string[];
  /** Without scripts the page is read again after so many seconds; only where nothing is typed or chosen. */
  readonly reloadSeconds?: number;
  /** Search engines may list the page; absent: they may not. */
  readonly isListed?: boolean;
  /** For how long browsers and proxies may keep a page that is the same for everyone; absent: not at all. */
  readonly keptSeconds?: number;
}

export interface LanguageLink {
  readonly address: string;
  readonly name: string;
  /** Language of the name; null where it is the page's own. */
  readonly lang: string | null;
}

/** What every page of one application shares. */
export interface PageKit {
  readonly render: Render;
  readonly translators: Translators;
  readonly asset: (path: string) => string;
  readonly icon: (name: string) => string;
  /** Navigation of a signed-in person, made by the application because the platform knows no chapter. */
  readonly navigation: (res: Response, page: Page, translator: Translator) => unknown;
}

const kitOf = (req: Request): PageKit => req.app.locals['pageKit'] as PageKit;

/** The language of this reply, if it has one of its own; otherwise the person's choice (cookie `jezyk`), else Polish. */
export const localeOf = (req: Request): Locale => {
  const own = req.res?.locals['locale'] as Locale | undefined;
  return own ?? ((req.cookies as Record<string, unknown> | undefined)?.['jezyk'] === 'en' ? 'en' : 'pl');
};

/** From here on the reply speaks this language, apologies included. */
export const speak = (res: Response, locale: Locale): void => {
  res.locals['locale'] = locale;
};

export const translatorOf = (req: Request): Translator => kitOf(req).translators[localeOf(req)];

/** The texts of one locale, whatever the page itself speaks: a report has a language of its own. */
export const translatorIn = (req: Request, locale: Locale): Translator => kitOf(req).translators[locale];

const themeOf = (req: Request): 'light' | 'dark' | undefined => {
  const theme = (req.cookies as Record<string, unknown> | undefined)?.['motyw'];
  return theme === 'light' || theme === 'dark' ? theme : undefined;
};

/** A part of a page, for scripts that put it in place of the old one. */
export const sendPart = (req: Request, res: Response, view: string, model: Model): void => {
  const { render } = kitOf(req);
  res
    .type('html')
    .set('Cache-Control', 'no-store')
    .send(render(view, { ...sharedOf(req, res), ...model }));
};

/** What every view may use. */
const sharedOf = (req: Request, res: Response): Model => {
  const kit = kitOf(req);
  const translator = translatorOf(req);
  return {
    locale: translator.locale,
    lang: translator.lang,
    t: translator.t,
    format: translator.format,
    asset: kit.asset,
    icon: kit.icon,
    actor: res.locals['actor'],
    csrfToken: res.locals['csrfToken'],
  };
};

/** Fills a page's view, puts it into its layout and sends it. */
export const sendPage = (req: Request, res: Response, page: Page): void => {
  const kit = kitOf(req);
  const translator = translatorOf(req);
  const shared = sharedOf(req, res);
  const body = kit.render(page.view, { ...shared, ...page.model });
  const html = kit.render(`layout/${page.layout}`, {
    ...shared,
    body,
    page,
    theme: themeOf(req),
    navigation: kit.navigation(res, page, translator),
  });
  res
    .status(page.status ?? 200)
    .type('html')
    .set(keepingOf(page))
    .send(html);
};

const keepingOf = ({ keptSeconds }: Page): Readonly<Record<string, string>> =>
  keptSeconds === undefined
    ? { 'Cache-Control': 'no-store' }
    : { 'Cache-Control': `public, max-age=${keptSeconds}`, Vary: 'Cookie, Accept-Encoding' };

/** True when the caller asked for JSON rather than a page. */
export const wantsJson = (req: Request): boolean => req.accepts(['html', 'json']) === 'json';
