import type { Translator } from '../../../platform/i18n';
import type { Meeting } from '../domain';
import { spacedCode } from '../room/present-phone';
import type { Occasion, Words } from './send';
import type { Topic } from './standing';

export interface Writer {
  readonly meeting: Meeting;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
  /** Who signs. */
  readonly name: string;
}

/** A letter about a meeting in plain words, the same for everybody but for the right to vote. */
export const writeLetter =
  ({ meeting, publicUrl, name }: Writer, translator: Translator) =>
  ({ kind, member, topics, isChange }: Occasion): Words => {
    const { t } = translator;
    const { title } = meeting;
    const day = translator.format.day(meeting.day);
    const isOff = kind === 'odwolanie';
    const opening = kind === 'zaproszenie' && isChange ? 'zmiana' : isOff && !meeting.cancelled ? 'wycofanie' : kind;
    const paragraphs = [
      t('invitations:letter.hello'),
      t(`invitations:letter.opening.${opening}`, { title, day }),
      ...(isOff ? reasonOf(meeting, translator) : bodyOf(meeting, topics, publicUrl, translator)),
      ...(isOff ? [] : [t(`invitations:letter.${member.mayVote ? 'votes' : 'no-vote'}`)]),
      ...(kind === 'przypomnienie' ? [] : [t(`invitations:letter.${isOff ? 'calendar-off' : 'calendar'}`)]),
      t('invitations:letter.bye', { name }),
      t('invitations:letter.foot', { address: publicUrl }),
    ];
    return {
      subject: t(`invitations:letter.subject.${opening}`, { title, day }),
      text: paragraphs.join('\n\n'),
      description: isOff ? '' : descriptionOf(meeting, topics, translator),
    };
  };

const reasonOf = ({ cancelled }: Meeting, { t }: Translator): readonly string[] =>
  cancelled && cancelled.reason !== '' ? [t('invitations:letter.reason', { reason: cancelled.reason })] : [];

const bodyOf = (
  meeting: Meeting,
  topics: readonly Topic[],
  publicUrl: string,
  translator: Translator,
): readonly string[] => [
  [whenOf(meeting, translator), ...placeOf(meeting, translator)].join('\n'),
  ...contentOf(meeting, topics, translator),
  meeting.code === null
    ? translator.t('invitations:letter.join', { address: `${publicUrl}/s` })
    : translator.t('invitations:letter.join-open', {
        address: `${publicUrl}/s/${meeting.code}`,
        code: spacedCode(meeting.code),
      }),
];

/** `Termin: czwartek, 10 grudnia 2026, godz. 10:00–13:00`. */
export const whenOf = ({ day, from, to }: Meeting, { t, format }: Translator): string =>
  t(to === '' ? 'invitations:letter.when-open' : 'invitations:letter.when', {
    weekday: format.weekday(day),
    day: format.day(day),
    from,
    to,
  });

const placeOf = ({ place }: Meeting, { t }: Translator): readonly string[] =>
  place === '' ? [] : [t('invitations:letter.place', { place })];

const contentOf = ({ agenda }: Meeting, topics: readonly Topic[], { t }: Translator): readonly string[] => {
  const points = agenda.split('\n').filter((line) => line.trim() !== '');
  return [
    ...(points.length === 0
      ? []
      : [[t('invitations:letter.agenda'), ...points.map((point) => `• ${point.trim()}`)].join('\n')]),
    ...(topics.length === 0
      ? []
      : [
          [
            t('invitations:letter.topics'),
            ...topics.map(({ number, title }) => t('invitations:letter.topic', { number, title })),
          ].join('\n'),
        ]),
  ];
};

/** What stands in the calendar beside time and place. */
export const descriptionOf = (meeting: Meeting, topics: readonly Topic[], translator: Translator): string =>
  contentOf(meeting, topics, translator).join('\n\n');
