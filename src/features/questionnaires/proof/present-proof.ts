import type { Translator } from '../../../platform/i18n';
import { countBySeverity, proveQuestionnaire, type Proof, type Remark, type Severity } from '../domain/proof';
import type { QuestionnaireDefinition } from '../domain';
import { remarkSentence } from './present-remark';

export interface RemarkView {
  /** Code of the item or row; null for the whole questionnaire. */
  readonly code: string | null;
  readonly address: string | null;
  readonly where: string;
  readonly text: string;
}

export interface RemarkGroup {
  readonly id: Severity;
  readonly title: string;
  readonly look: 'err' | 'warn' | 'info';
  readonly icon: string;
  readonly badge: string;
  readonly remarks: readonly RemarkView[];
}

export interface ProofView {
  readonly verdict: { readonly look: 'err' | 'ok'; readonly icon: string; readonly text: string };
  readonly counts: readonly { readonly name: string; readonly count: string; readonly context: string }[];
  readonly groups: readonly RemarkGroup[];
}

const GROUPS = [
  { id: 'error', look: 'err', icon: 'circle-alert' },
  { id: 'warning', look: 'warn', icon: 'triangle-alert' },
  { id: 'advice', look: 'info', icon: 'info' },
] as const;

/** What the check found, by how much it matters. */
export const presentProof = (translator: Translator, definition: QuestionnaireDefinition, home: string): ProofView => {
  const { t, format } = translator;
  const proof = proveQuestionnaire(definition);
  const counts = countBySeverity(proof);
  return {
    verdict:
      counts.error === 0
        ? { look: 'ok', icon: 'check', text: t('proof:verdict.ready') }
        : { look: 'err', icon: 'circle-alert', text: t('proof:verdict.errors', { count: counts.error }) },
    counts: GROUPS.map(({ id }) => ({
      name: t(`proof:group.${id}.name`),
      count: format.integer(counts[id]),
      context: t(`proof:group.${id}.context`),
    })),
    groups: GROUPS.filter(({ id }) => counts[id] > 0).map(({ id, look, icon }) => ({
      id,
      look,
      icon,
      title: t(`proof:group.${id}.title`, { count: counts[id] }),
      badge: t(`proof:badge.${id}`),
      remarks: remarksOf(proof, id).map((remark) => presentRemark(translator, remark, definition, home)),
    })),
  };
};

const remarksOf = ({ remarks }: Proof, severity: Severity): readonly Remark[] =>
  remarks.filter((remark) => remark.severity === severity);

const presentRemark = (
  translator: Translator,
  remark: Remark,
  { pages }: QuestionnaireDefinition,
  home: string,
): RemarkView => {
  const { t } = translator;
  const { item, field, page } = remark;
  const title = page === null ? undefined : pages[page - 1]?.title;
  return {
    code: field,
    address: item === null ? null : `${home}/pytania/${encodeURIComponent(item)}`,
    where: title === undefined || page === null ? t('proof:whole') : t('proof:on-page', { page, title }),
    text: remarkSentence(translator, remark),
  };
};
