import { dayOf } from '../../platform/clock';
import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import type { Desk } from './open-desk';
import { mayWrite } from './policy';

/** Tabs of a questionnaire, by the last part of their address. */
export const TABS = ['pytania', 'przejscia', 'jezyki', 'wstep', 'wersje', 'pliki'] as const;
/** What those who only read may open. */
const READING_TABS: readonly string[] = ['pytania', 'wersje'];
export type Tab = (typeof TABS)[number];

/** Head of every page of a questionnaire; `views/questionnaires/parts/frame` draws it. */
export interface FrameView {
  readonly title: string;
  /** Where it stands: what is being written, and what respondents meet. */
  readonly states: readonly { readonly text: string; readonly tone: string; readonly icon: string }[];
  /** How long it is, and which version is being asked. */
  readonly summary: string;
  readonly saved: string | null;
  readonly isInReview: boolean;
  readonly mayWrite: boolean;
  readonly home: string;
  readonly preview: string;
  /** Address and words of "Opublikuj wersję 8"; null for those who only read. */
  readonly publish: { readonly address: string; readonly text: string } | null;
  readonly tabs: readonly { readonly text: string; readonly address: string; readonly isCurrent: boolean }[];
}

export const deskAddress = ({ evaluation, draft }: Pick<Desk, 'evaluation' | 'draft'>): string =>
  `/badania/${evaluation.id}/kwestionariusz/${draft.code}`;

export const presentFrame = (translator: Translator, desk: Desk, actor: Actor, current: Tab | null): FrameView => {
  const { t, format } = translator;
  const { draft } = desk;
  const home = deskAddress(desk);
  return {
    title: draft.definition.title,
    states: statesOf(translator, desk),
    summary: summaryOf(translator, desk),
    saved:
      draft.savedAt === null
        ? null
        : t('questionnaires:frame.saved', { time: format.time(draft.savedAt), by: draft.savedBy }),
    isInReview: draft.state === 'in-review',
    mayWrite: mayWrite(actor),
    home,
    preview: `${home}/podglad`,
    publish: mayWrite(actor)
      ? {
          address: `${home}/publikacja`,
          text: t('questionnaires:frame.publish', { version: draft.definition.version }),
        }
      : null,
    tabs: TABS.filter((tab) => mayWrite(actor) || READING_TABS.includes(tab)).map((tab) => ({
      text: t(`questionnaires:frame.tab.${tab}`),
      address: `${home}/${tab}`,
      isCurrent: tab === current,
    })),
  };
};

const statesOf = ({ t }: Translator, { draft, versions: [latest] }: Desk): FrameView['states'] => {
  const { version } = draft.definition;
  const isInReview = draft.state === 'in-review';
  return [
    ...(latest === undefined
      ? []
      : [
          latest.closedAt === null
            ? {
                text: t('questionnaires:frame.state.published', { version: latest.version }),
                tone: 'badge-ok',
                icon: 'check',
              }
            : {
                text: t('questionnaires:frame.state.closed', { version: latest.version }),
                tone: 'badge-warn',
                icon: 'lock',
              },
        ]),
    isInReview
      ? { text: t('questionnaires:frame.state.in-review', { version }), tone: 'badge-info', icon: 'message-square' }
      : { text: t('questionnaires:frame.state.draft', { version }), tone: '', icon: 'pencil' },
  ];
};

const summaryOf = ({ t, format }: Translator, { draft, versions }: Desk): string => {
  const { pages, minutes, version } = draft.definition;
  const questions = pages.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'information').length;
  const [latest] = versions;
  return [
    t('questionnaires:frame.length', {
      questions: t('questionnaires:frame.questions', { count: questions }),
      pages: t('questionnaires:frame.pages', { count: pages.length }),
      minutes: t('questionnaires:frame.minutes', { count: minutes }),
    }),
    latest === undefined
      ? t('questionnaires:frame.unpublished')
      : t('questionnaires:frame.published', { version: latest.version, day: format.day(dayOf(latest.publishedAt)) }),
    latest === undefined ? '' : t('questionnaires:frame.next', { version }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};
