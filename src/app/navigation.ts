import type { Response } from 'express';
import { homeOf, type Account } from '../features/accounts';
import type { Page, PageKit } from '../platform/http';
import type { Translator } from '../platform/i18n';

interface Entry {
  readonly text: string;
  readonly path: string;
  readonly icon: string;
  readonly isCurrent: boolean;
}

export interface Navigation {
  /** Where the brand mark leads. */
  readonly home: string;
  readonly person: { readonly name: string; readonly title: string } | undefined;
  readonly study: string | undefined;
  /** Groups of the side bar, or one group without a name. */
  readonly groups: readonly { readonly name?: string; readonly entries: readonly Entry[] }[];
}

/** The pages that exist, for the person who is signed in; what the layouts draw their menus from. */
export const createNavigation = (): PageKit['navigation'] => (res, page, translator) =>
  navigationOf(res, page, translator);

const navigationOf = (res: Response, page: Page, { t }: Pick<Translator, 't'>): Navigation => {
  const account = res.locals['account'] as Account | undefined;
  const entry: MakeEntry = (name, path, icon) => ({
    text: t(`layout:navigation.${name}`),
    path,
    icon,
    isCurrent: page.current === name,
  });
  return {
    home: account ? homeOf(account.role) : '/',
    person: account && { name: account.name, title: account.title },
    study: page.study?.title,
    groups: account ? groupsOf(account, page, entry, t) : [],
  };
};

type MakeEntry = (name: string, path: string, icon: string) => Entry;

const groupsOf = (account: Account, page: Page, entry: MakeEntry, t: Translator['t']): Navigation['groups'] => {
  const study = page.study && `/badania/${page.study.id}`;
  if (page.bodyClass === 'wall' && study !== undefined) return [{ entries: wallEntries(study, entry) }];
  switch (account.role) {
    case 'coordinator':
      return [{ entries: coordinatorEntries(study, entry) }];
    case 'director':
      return [{ entries: directorEntries(study, entry) }];
    case 'evaluator':
    case 'administrator':
      return study === undefined ? [{ entries: deskEntries(entry) }] : studyGroups(study, entry, t);
  }
};

/** On the wall nothing stands but the meeting. */
const wallEntries = (study: string, entry: MakeEntry): readonly Entry[] => [
  entry('findings', `${study}/wnioski`, 'lightbulb'),
  entry('workshop', `${study}/warsztat`, 'users'),
];

const coordinatorEntries = (study: string | undefined, entry: MakeEntry): readonly Entry[] => [
  entry('our-results', '/nasze-wyniki', 'chart-column'),
  entry('recommendations', study === undefined ? '/rekomendacje' : `${study}/rekomendacje`, 'lightbulb'),
  entry('follow-up', study === undefined ? '/wdrazanie' : `${study}/wdrazanie`, 'clipboard-check'),
  entry('reports', '/raporty', 'file-text'),
  entry('questionnaires', '/kwestionariusze', 'list-checks'),
];

const directorEntries = (study: string | undefined, entry: MakeEntry): readonly Entry[] => [
  entry('summary', '/podsumowanie', 'layout-dashboard'),
  ...(study === undefined
    ? []
    : [
        entry('results', `${study}/wyniki`, 'chart-column'),
        entry('conclusions', `${study}/wnioski`, 'lightbulb'),
        entry('recommendations', `${study}/rekomendacje`, 'list-checks'),
        entry('matrix', `${study}/matryca`, 'table'),
        entry('workshop', `${study}/warsztat`, 'users'),
        entry('follow-up', `${study}/wdrazanie`, 'clipboard-check'),
      ]),
  entry('reports', '/raporty', 'file-text'),
  entry('questionnaires', '/kwestionariusze', 'list-checks'),
];

const deskEntries = (entry: MakeEntry): readonly Entry[] => [
  entry('evaluations', '/badania', 'layers'),
  entry('bank', '/bank-pytan', 'book-open'),
  entry('reports', '/raporty', 'file-text'),
  entry('mail', '/poczta', 'mail'),
];

const studyGroups = (study: string, entry: MakeEntry, t: Translator['t']): Navigation['groups'] => [
  {
    name: t('layout:navigation.study'),
    entries: [
      entry('overview', study, 'layout-dashboard'),
      entry('questionnaire', `${study}/kwestionariusz`, 'list-checks'),
    ],
  },
  {
    name: t('layout:navigation.analysis'),
    entries: [
      entry('results', `${study}/wyniki`, 'chart-column'),
      entry('tables', `${study}/tabele`, 'table'),
      entry('comparison', `${study}/porownanie`, 'scale'),
      entry('priorities', `${study}/waznosc`, 'crosshair'),
      entry('spheres', `${study}/sfery`, 'sprout'),
      entry('texts', `${study}/odpowiedzi`, 'message-square-text'),
      entry('variables', `${study}/zmienne`, 'book-open'),
    ],
  },
  {
    name: t('layout:navigation.conclusions'),
    entries: [
      entry('findings', `${study}/wnioski`, 'lightbulb'),
      entry('workshop', `${study}/warsztat`, 'users'),
      entry('follow-up', `${study}/wdrazanie`, 'clipboard-check'),
      entry('reports', `${study}/raporty`, 'file-text'),
    ],
  },
];
