import { dayOf } from '../../../../platform/clock';
import type { Translator } from '../../../../platform/i18n';
import type { Block, ReportTree } from '../../../reports';
import { meetingCode } from '../../domain';
import { agreementsPart } from './agreements';
import { approvalPart, type Stage } from './approval';
import { attendancePart } from './attendance';
import type { Composing } from './composing';
import { conclusionsPart } from './conclusions';
import { proposalsPart } from './proposals';
import { spheresPart } from './spheres';

export type { Composing } from './composing';
export type { Sent, Stage } from './approval';

const PARTS = {
  attendance: attendancePart,
  conclusions: conclusionsPart,
  proposals: proposalsPart,
  spheres: spheresPart,
  agreements: agreementsPart,
} as const;

/** Minutes as a document: the same on the page and on paper. */
export const composeMinutes = (composing: Composing, stage: Stage, code: string | null): ReportTree => {
  const { record, words, translator } = composing;
  return {
    about: aboutOf(composing, stage, code),
    blocks: [
      {
        kind: 'masthead',
        commissioner: groupNameOf(composing),
        region: record.evaluation.regionName,
        title: titleOf(composing),
        subtitle: subtitleOf(composing, stage),
      },
      ...changesOf(stage, translator),
      headOf(composing),
      ...Object.entries(PARTS).flatMap(([name, part]): readonly Block[] => [
        { kind: 'heading', level: 2, text: translator.t(`minutes:${name}.title`) },
        ...part(composing),
      ]),
      ...approvalPart({ writtenBy: words.writtenBy, led: record.meeting.led.name, stage }, translator),
    ],
  };
};

const groupNameOf = ({ record: { groupName }, translator: { t } }: Composing): string =>
  groupName === '' ? t('minutes:group') : groupName;

const titleOf = ({ record: { meeting }, translator: { t, format } }: Composing): string =>
  t('minutes:document.title', { day: format.day(meeting.day) });

const nameOf = ({ record: { meeting }, translator: { t } }: Composing, stage: Stage): string => {
  const number = meetingCode(meeting);
  return stage.kind === 'draft'
    ? t('minutes:document.draft', { number })
    : t('minutes:document.version', { number, version: stage.version.version });
};

const subtitleOf = (composing: Composing, stage: Stage): string => {
  const { t, format } = composing.translator;
  const name = nameOf(composing, stage);
  if (stage.kind === 'draft') return t('minutes:document.sub', { name, title: composing.record.meeting.title });
  return stage.kind === 'sent'
    ? t('minutes:document.sub-sent', { name, day: format.day(stage.version.until) })
    : t('minutes:document.sub-approved', { name, day: format.day(dayOf(stage.at)) });
};

const changesOf = (stage: Stage, { t }: Translator): readonly Block[] => {
  if (stage.kind === 'draft' || stage.version.changes === '') return [];
  const { version, changes } = stage.version;
  return [
    {
      kind: 'callout',
      runs: [{ text: `${t('minutes:document.changes', { before: version - 1 })} ` }, { text: changes }],
    },
  ];
};

const headOf = ({ record: { meeting }, translator: { t, format } }: Composing): Block => {
  const day = format.day(meeting.day);
  const hours = meeting.to === '' ? meeting.from : `${meeting.from}–${meeting.to}`;
  const { results } = meeting;
  return {
    kind: 'facts',
    look: 'lines',
    items: [
      { name: t('minutes:head.when'), text: `${day}, ${hours}` },
      { name: t('minutes:head.place'), text: meeting.place === '' ? t('minutes:head.no-place') : meeting.place },
      { name: t('minutes:head.led'), text: meeting.led.name },
      {
        name: t('minutes:head.data'),
        text:
          results === null
            ? t('minutes:head.no-data')
            : results.dataCut === null
              ? t(`minutes:head.state.${results.state}`)
              : t(`minutes:head.state-day.${results.state}`, {
                  day: format.day(results.dataCut),
                  n: format.integer(results.n),
                }),
      },
    ],
  };
};

const aboutOf = (composing: Composing, stage: Stage, code: string | null): ReportTree['about'] => {
  const { record, translator } = composing;
  const { t } = translator;
  const { meeting, evaluation } = record;
  const { results } = meeting;
  const document = nameOf(composing, stage);
  return {
    title: titleOf(composing),
    subject: document,
    author: evaluation.commissioner,
    language: 'pl',
    state: results?.state ?? evaluation.resultState,
    dataCut: results?.dataCut ?? meeting.day,
    n: results?.n ?? 0,
    demonstration: evaluation.demonstration,
    running: {
      study: groupNameOf(composing),
      document,
      status: code === null ? document : t('minutes:document.coded', { document, code }),
      method: t('minutes:document.method'),
      ...(evaluation.demonstration ? { demonstrationMark: t('minutes:document.demonstration') } : {}),
    },
  };
};

/** The frozen text with what was said of it in place of what was asked: nothing else is counted or read anew. */
export const closeTree = (
  tree: ReportTree,
  composing: { readonly writtenBy: string; readonly led: string; readonly number: string },
  stage: Extract<Stage, { kind: 'approved' }>,
  code: string,
  translator: Translator,
): ReportTree => {
  const { t, format } = translator;
  const { writtenBy, led, number } = composing;
  const name = t('minutes:document.version', { number, version: stage.version.version });
  const subtitle = t('minutes:document.sub-approved', { name, day: format.day(dayOf(stage.at)) });
  const end = tree.blocks.findLastIndex((block) => block.kind === 'heading' && block.level === 2);
  return {
    about: {
      ...tree.about,
      running: { ...tree.about.running, status: t('minutes:document.coded', { document: name, code }) },
    },
    blocks: [
      ...tree.blocks.slice(0, end).map((block) => (block.kind === 'masthead' ? { ...block, subtitle } : block)),
      ...approvalPart({ writtenBy, led, stage }, translator),
    ],
  };
};
