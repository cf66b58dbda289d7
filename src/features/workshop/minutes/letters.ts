import type { Translator } from '../../../platform/i18n';
import { oneLine, type Letter } from '../../../platform/mail';
import { meetingCode, type Meeting, type Member, type Minutes, type MinutesVersion } from '../domain';
import { makeKey } from './keys';
import type { MinutesActs } from './needs';

export interface Mailing {
  readonly minutes: Minutes;
  readonly version: MinutesVersion;
  readonly meeting: Meeting;
  readonly pdf: Uint8Array;
  readonly translator: Translator;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
}

export const aboutMinutes = ({ id }: Pick<Minutes, 'id'>): string => `protokol:${id}`;

export const letterKey = ({ id }: Pick<Minutes, 'id'>, version: number, member: string, again = 0): string =>
  `${aboutMinutes({ id })}:${version}:${member}${again === 0 ? '' : `:${again}`}`;

/** Letters to everybody asked who has an address and no letter of this version yet. Repeatable after a stop. */
export const sendLetters =
  ({ clock, store, mail }: MinutesActs) =>
  async (mailing: Mailing): Promise<void> => {
    const { minutes, version } = mailing;
    const queued = await mail.standingsAbout(aboutMinutes(minutes));
    const known = new Set(queued.map(({ key }) => key));
    const own = (key: string): boolean => key.startsWith(`${aboutMinutes(minutes)}:${version.version}:`);
    await mail.withdraw([...known].filter((key) => !own(key)));
    for (const member of version.asked) {
      const key = letterKey(minutes, version.version, member.id);
      if (member.email === null || known.has(key)) continue;
      const secret = await makeKey({ clock, store })({ minutes: minutes.id, member: member.id });
      await mail.queue([letterTo(member, member.email, secret, key, mailing)]);
    }
  };

/** One more letter with a link of its own; the earlier link stays. */
export const sendLetterAgain =
  ({ clock, store, mail }: MinutesActs) =>
  async (mailing: Mailing, member: Member): Promise<void> => {
    if (member.email === null) return;
    const { minutes, version } = mailing;
    const again = await store.countKeys(minutes.id, member.id);
    const secret = await makeKey({ clock, store })({ minutes: minutes.id, member: member.id });
    await mail.queue([
      letterTo(member, member.email, secret, letterKey(minutes, version.version, member.id, again), mailing),
    ]);
  };

const letterTo = (
  member: Member,
  address: string,
  secret: string,
  key: string,
  { minutes, version, meeting, pdf, translator, publicUrl }: Mailing,
): Letter => {
  const { t, format } = translator;
  const number = meetingCode(meeting);
  const day = format.day(version.until);
  const subject = t(version.version === 1 ? 'minutes:letter.subject' : 'minutes:letter.subject-next', {
    number,
    version: version.version,
    day,
  });
  const file = t('minutes:letter.file', { number: number.replace('/', '-'), version: version.version });
  return {
    key,
    about: aboutMinutes(minutes),
    to: { name: member.name, address },
    subject,
    text: textOf(version, meeting, `${publicUrl}/p/protokol/${secret}`, translator),
    attachments: [{ name: file, type: 'application/pdf', content: Buffer.from(pdf) }],
    expiresAt: new Date(`${version.until}T23:59:59Z`),
  };
};

const textOf = (
  { version, until, changes, silence, code, sentBy }: MinutesVersion,
  meeting: Meeting,
  address: string,
  { t, format }: Translator,
): string => {
  const body = {
    number: meetingCode(meeting),
    day: format.day(meeting.day),
    title: oneLine(meeting.title),
    version,
  };
  return [
    t('minutes:letter.hello'),
    '',
    t('minutes:letter.body', body),
    ...(changes === '' ? [] : [t('minutes:letter.changes', { before: version - 1, text: changes })]),
    '',
    t('minutes:letter.ask', { day: format.day(until) }),
    address,
    '',
    t(`minutes:approval.silence.${silence}`),
    t('minutes:letter.personal'),
    t('minutes:letter.code', { code }),
    '',
    t('minutes:letter.sign', { by: oneLine(sentBy) }),
  ].join('\n');
};
