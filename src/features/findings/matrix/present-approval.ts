import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Judging, MatrixChange } from '../../evaluations/domain';
import { wordThreshold } from './number-words';
import type { JudgedMatrix } from './read-judged';
import { wordCriterion } from './word-row';

export interface ApprovalView {
  /** Who approved and who wrote it down; empty while nobody has. */
  readonly facts: readonly string[];
  readonly isApproved: boolean;
  /** What has changed since can be approved again. */
  readonly mayApprove: boolean;
  /** Newest first. */
  readonly log: readonly LogLine[];
  readonly more: string | null;
}

export interface LogLine {
  readonly day: string;
  readonly text: string;
  readonly parts: readonly string[];
  readonly by: string;
}

const MOST_SHOWN = 20;

export const presentApproval = ({ matrix }: JudgedMatrix, translator: Translator): ApprovalView => {
  const { t } = translator;
  const { approved, log, rows } = matrix;
  const changes = log.length - 1 - log.findLastIndex(({ kind }) => kind === 'approved');
  const lines = presentLog(log, translator);
  return {
    facts:
      approved === null
        ? []
        : [
            ...approvalFacts(approved, translator),
            changes === 0 ? t('matrix:approval.unchanged') : t('matrix:approval.after', { count: changes }),
          ],
    isApproved: approved !== null,
    mayApprove: rows.length > 0 && (approved === null || changes > 0),
    log: lines.slice(0, MOST_SHOWN),
    more: lines.length > MOST_SHOWN ? t('matrix:log.more', { count: lines.length - MOST_SHOWN }) : null,
  };
};

const approvalFacts = (
  { by, at, recordedBy, recordedAt }: NonNullable<JudgedMatrix['matrix']['approved']>,
  { t, format }: Translator,
): readonly string[] => {
  const isSame = by === recordedBy && dayOf(at) === dayOf(recordedAt);
  return [
    t('matrix:approval.by', { by, day: format.day(dayOf(at)) }),
    ...(isSame ? [] : [t('matrix:approval.recorded', { by: recordedBy, day: format.day(dayOf(recordedAt)) })]),
  ];
};

/** Approvals and what was changed after them, newest first. */
export const presentLog = (log: readonly MatrixChange[], translator: Translator): readonly LogLine[] =>
  log.toReversed().map((change) => {
    const { t, format } = translator;
    const about = { day: format.shortDay(dayOf(change.at)), by: change.by };
    switch (change.kind) {
      case 'approved': {
        const { by, at } = change.approval;
        return { ...about, text: t('matrix:log.approved', { by, day: format.day(dayOf(at)) }), parts: [] };
      }
      case 'added':
        return { ...about, text: t('matrix:log.added', change.after), parts: [] };
      case 'removed':
        return { ...about, text: t('matrix:log.removed', change.before), parts: [] };
      case 'changed':
        return {
          ...about,
          text: t('matrix:log.changed', change.before),
          parts: differences(change.before, change.after, translator),
        };
    }
  });

/** What is not the same, in words. */
const differences = (before: Judging, after: Judging, translator: Translator): readonly string[] => {
  const { t } = translator;
  const threshold = ({ threshold: one, indicator }: Judging): string =>
    one === null ? '' : wordThreshold(one, indicator, translator);
  const pairs = [
    ['question', before.question, after.question],
    ['criterion', wordCriterion(before.criterion, translator), wordCriterion(after.criterion, translator)],
    ['indicator', before.indicator.label, after.indicator.label],
    ['threshold', threshold(before), threshold(after)],
    ['analysis', before.analysis, after.analysis],
  ] as const;
  const shown = pairs
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) =>
      t('matrix:log.part', {
        name: t(`matrix:log.${name}`),
        before: was === '' ? t('matrix:log.empty') : was,
        after: is === '' ? t('matrix:log.empty') : is,
      }),
    );
  return countedAlike(before, after) ? shown : [...shown, t('matrix:log.how')];
};

/** The same number is counted, whatever it is called. */
const countedAlike = ({ indicator: before }: Judging, { indicator: after }: Judging): boolean => {
  if (before.kind === 'number' && after.kind === 'number')
    return JSON.stringify(before.number) === JSON.stringify(after.number);
  return before.kind === after.kind;
};
