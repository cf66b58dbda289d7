import { dayOf } from '../../../../platform/clock';
import type { Translator } from '../../../../platform/i18n';
import type { Block } from '../../../reports';
import { ACCOUNT_VOICE, standingOf, type MinutesVersion, type MinutesVoice } from '../../domain';
import { paragraph, sentences } from './composing';

/** Where the minutes are on their way. */
export type Stage =
  | { readonly kind: 'draft' }
  | { readonly kind: 'sent'; readonly version: Sent; readonly voices: readonly MinutesVoice[] }
  | {
      readonly kind: 'approved';
      readonly version: Sent;
      readonly voices: readonly MinutesVoice[];
      readonly by: string;
      readonly at: Date;
    };

export type Sent = Pick<MinutesVersion, 'version' | 'until' | 'silence' | 'changes' | 'asked' | 'sentBy' | 'sentAt'>;

export interface Signing {
  readonly writtenBy: string;
  readonly led: string;
  readonly stage: Stage;
}

/** 6. Who wrote it, who was asked, and what they said. */
export const approvalPart = ({ writtenBy, led, stage }: Signing, translator: Translator): readonly Block[] => {
  const { t, format } = translator;
  const heading: Block = { kind: 'heading', level: 2, text: t('minutes:approval.title') };
  if (stage.kind === 'draft') return [heading, paragraph(t('minutes:approval.draft'))];
  const { version, voices } = stage;
  const sentDay = format.day(dayOf(version.sentAt));
  return [
    heading,
    ...(stage.kind === 'sent' ? sentPart(version, translator) : closedPart(stage, translator)),
    ...remarksPart(voices, translator),
    {
      kind: 'facts',
      look: 'signatures',
      items: [
        { name: t('minutes:approval.written'), text: writtenBy === '' ? version.sentBy : writtenBy, note: sentDay },
        { name: t('minutes:approval.led'), text: led },
        ...accountVoices(stage, translator),
      ],
    },
  ];
};

const sentPart = ({ version, until, silence, asked, sentAt }: Sent, { t, format }: Translator): readonly Block[] =>
  sentences(
    t('minutes:approval.sent', { version, day: format.day(dayOf(sentAt)), count: asked.length }),
    t('minutes:approval.until', { day: format.day(until) }),
    t(`minutes:approval.silence.${silence}`),
  );

const closedPart = (stage: Extract<Stage, { kind: 'approved' }>, { t, format }: Translator): readonly Block[] => {
  const { version, voices, at, by } = stage;
  const { approved, remarked, silent, asked } = standingOf(version, voices);
  const names = (people: readonly string[]): string => people.join(', ');
  return [
    ...sentences(
      t('minutes:approval.closed', { version: version.version, day: format.day(dayOf(at)), by }),
      t('minutes:approval.asked-until', { count: asked, day: format.day(version.until) }),
    ),
    ...(approved.length === 0
      ? [paragraph(t('minutes:approval.nobody'))]
      : [paragraph(t('minutes:approval.approved', { count: approved.length, names: names(approved) }))]),
    ...(remarked.length === 0
      ? []
      : [paragraph(t('minutes:approval.remarked', { count: remarked.length, names: names(remarked) }))]),
    ...(silent.length === 0
      ? []
      : sentences(
          t('minutes:approval.silent', { count: silent.length, names: names(silent) }),
          t(`minutes:approval.silence-was.${version.silence}`),
        )),
  ];
};

const ofVersion = (voices: readonly MinutesVoice[], version: number): readonly MinutesVoice[] =>
  voices.filter((voice) => voice.version === version);

/** Remarks of all versions that were answered, and how. */
const remarksPart = (voices: readonly MinutesVoice[], { t }: Translator): readonly Block[] => {
  const answered = voices.flatMap(({ kind, answer, name, version, text }) =>
    kind === 'remark' && answer !== null ? [{ answer, name, version, text }] : [],
  );
  if (answered.length === 0) return [];
  return [
    { kind: 'paragraph', runs: [{ text: t('minutes:approval.remarks'), bold: true }] },
    {
      kind: 'list',
      ordered: false,
      items: answered.map(({ answer, name, version, text }) => [
        { text: t('minutes:approval.remark', { name, version, text }) },
        { text: ` ${t(`minutes:approval.${answer.isTaken ? 'taken' : 'not-taken'}`)} `, bold: true as const },
        { text: answer.text },
      ]),
    },
  ];
};

/** Those who approve by their account: the director of ROPS. */
const accountVoices = ({ voices, version, kind }: Exclude<Stage, { kind: 'draft' }>, { t, format }: Translator) => {
  const spoken = ofVersion(voices, version.version).filter(({ member }) => member.startsWith(ACCOUNT_VOICE));
  const name = t('minutes:approval.director');
  if (spoken.length > 0)
    return spoken.map((voice) => ({
      name,
      text: voice.name,
      note: t(`minutes:approval.said.${voice.kind}`, { day: format.day(dayOf(voice.at)) }),
    }));
  return [{ name, text: t(`minutes:approval.director-${kind === 'sent' ? 'waits' : 'silent'}`) }];
};
