import type { Translator } from '../../../platform/i18n';
import type { Judgement, PlannedColumn } from '../domain/waves';
import type { OpenDraft } from './open-draft';

export type DraftStep = 'files' | 'matching' | 'comparability' | 'approval';

const STEPS: readonly DraftStep[] = ['files', 'matching', 'comparability', 'approval'];

export interface StageView {
  readonly text: string;
  readonly note: string;
  readonly state: 'done' | 'current' | 'ahead';
  readonly address: string | null;
}

/** What every step of a draft shows. */
export interface DraftFrame {
  readonly heading: string;
  readonly lead: string;
  readonly stages: readonly StageView[];
  readonly address: string;
  readonly revision: number;
}

export const draftAddress = ({ draft }: Pick<OpenDraft, 'draft'>): string =>
  `/badania/${draft.evaluationId}/fale/wczytaj/${draft.id}`;

const PATHS: Readonly<Record<DraftStep, string>> = {
  files: '/pliki',
  matching: '',
  comparability: '/porownywalnosc',
  approval: '/zatwierdzenie',
};

export const stepAddress = (open: Pick<OpenDraft, 'draft'>, step: DraftStep): string =>
  `${draftAddress(open)}${PATHS[step]}`;

export const presentFrame = ({ t }: Translator, open: OpenDraft, current: DraftStep): DraftFrame => {
  const { table, built, problems, draft } = open;
  const matched = built.columns.filter(({ target }) => target !== null);
  const comparable = matched.filter(({ comparability }) => comparability !== 'apart').length;
  const notes: Readonly<Record<DraftStep, string>> = {
    files: t(`waves:stage.files-note.${draft.codebook === null ? 'one' : 'two'}`),
    matching: t('waves:stage.matching-note', {
      matched: matched.length,
      columns: table.header.length,
      rows: t('waves:count.rows', { count: new Set(problems.flatMap(({ rows }) => rows)).size }),
    }),
    comparability: t('waves:stage.comparability-note', { comparable, matched: matched.length }),
    approval: t('waves:stage.approval-note'),
  };
  return {
    heading: t('waves:draft.heading', { title: draft.about.title }),
    lead: t('waves:draft.lead', {
      rows: t('waves:count.rows', { count: table.rows.length }),
      columns: t('waves:count.columns', { count: table.header.length }),
    }),
    stages: STEPS.map((step, at) => ({
      text: t(`waves:stage.${step}`, { number: at + 1 }),
      note: notes[step],
      state: stateOf(at, STEPS.indexOf(current)),
      address: at < STEPS.indexOf(current) ? stepAddress(open, step) : null,
    })),
    address: stepAddress(open, current),
    revision: draft.revision,
  };
};

const stateOf = (at: number, current: number): StageView['state'] => {
  if (at === current) return 'current';
  return at < current ? 'done' : 'ahead';
};

export interface ComparabilityView {
  readonly tone: string;
  readonly icon: string;
  readonly text: string;
  readonly reason: string;
}

const BADGES = {
  same: { tone: 'badge-ok', icon: 'check' },
  recoded: { tone: 'badge-warn', icon: 'triangle-alert' },
  apart: { tone: 'badge-err', icon: 'circle-x' },
} as const;

/** What can be said of a column and the question it corresponds to. */
export const presentComparability = (
  { t }: Translator,
  { judgement, comparability, reason, isInCodebook, choice }: PlannedColumn,
): ComparabilityView => {
  if (choice.use === 'leave') return { tone: '', icon: 'circle-dashed', text: t('waves:pair.left'), reason: '' };
  if (judgement === null || comparability === null)
    return {
      tone: '',
      icon: 'circle-dashed',
      text: t('waves:pair.none'),
      reason: isInCodebook ? '' : t('waves:pair.not-in-codebook'),
    };
  return {
    ...BADGES[comparability],
    text: t(`waves:comparability.${comparability}`),
    reason: reason === null ? reasonsOf({ t }, judgement) : t('waves:pair.decided', { reason }),
  };
};

export const reasonsOf = ({ t }: Pick<Translator, 't'>, { reasons, points }: Judgement): string =>
  reasons.map((reason) => t(`waves:reason.${reason}`, points ?? {})).join(', ');

/** `1 … 5, 9`; the first and the last of a long list. */
export const valuesOf = ({ t, format }: Translator, { variable }: PlannedColumn): string => {
  if (variable.kind === 'text') return t('waves:values.text');
  if (variable.kind === 'number') return rangeOf({ t, format }, variable.values);
  const codes = variable.categories.map(({ code, missing }) => ({ code, missing }));
  const points = codes.filter(({ missing }) => missing === null).map(({ code }) => code);
  const missing = codes.flatMap((one) => (one.missing === null ? [] : [one.code.replace('~', '')]));
  const shown = points.length > 4 ? [`${points[0] ?? ''} … ${points.at(-1) ?? ''}`] : points;
  return [...shown, ...missing].join(', ');
};

const rangeOf = ({ t, format }: Pick<Translator, 't' | 'format'>, values: Float64Array): string => {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) return t('waves:values.none');
  const written = (value: number): string => format.decimal(value, Number.isInteger(value) ? 0 : 2);
  return `${written(least)} … ${written(most)}`;
};
