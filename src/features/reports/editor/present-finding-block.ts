import type { Translator } from '../../../platform/i18n';
import type { EditorBlock } from '../domain';
import type { BlockContext } from './present-block';

export interface FindingView {
  readonly badge: { readonly text: string; readonly tone: string; readonly icon: string } | null;
  readonly title: string;
  readonly link: string | null;
}

type FindingBlock = Extract<EditorBlock, { kind: 'finding' }>;

/** Words of a finding are read from it each time: what is changed there is changed here. */
export const presentFindingBlock = (
  block: FindingBlock,
  { material, report }: BlockContext,
  { t }: Translator,
): FindingView => {
  const found = material.findings.find(({ id }) => id === block.finding);
  if (found === undefined)
    return {
      badge: null,
      title: t(block.finding === '' ? 'report-editor:finding.none' : 'report-editor:finding.gone'),
      link: null,
    };
  return {
    badge: badgeOf(block, material.checks, found.state === 'ready', t),
    title: t('report-editor:finding.name', { number: found.number, title: found.title }),
    link: `/badania/${report.evaluationId}/wnioski/wyniki/${found.number}`,
  };
};

const badgeOf = (
  { id }: FindingBlock,
  checks: BlockContext['material']['checks'],
  isReady: boolean,
  t: Translator['t'],
): FindingView['badge'] => {
  if (!isReady) return { text: t('report-editor:finding.draft'), tone: '', icon: 'pencil' };
  const isDoubtful = checks.some(({ name, blocks }) => name === 'findings' && blocks.includes(id));
  return isDoubtful
    ? { text: t('report-editor:finding.doubtful'), tone: 'badge-warn', icon: 'triangle-alert' }
    : { text: t('report-editor:finding.holds'), tone: 'badge-ok', icon: 'check' };
};
