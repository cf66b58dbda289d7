import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { numberAddress } from '../../analysis';
import type { Verdict } from '../../evaluations/domain';
import type { Conclusion } from '../domain';
import { wantedOf } from './measure-row';
import { presentApproval, type ApprovalView } from './present-approval';
import { presentGaps, type GapsView } from './present-gaps';
import type { JudgedMatrix, JudgedRow } from './read-judged';
import { wordItems, wordRow, type WordedRow } from './word-row';

/** Who looks: writers have doors to change things and to the proof of each number. */
export interface Reader {
  readonly mayWrite: boolean;
}

export interface MatrixPage {
  readonly study: string;
  readonly home: string;
  readonly lead: string;
  readonly state: { readonly text: string; readonly tone: string };
  readonly judged: string;
  readonly mayWrite: boolean;
  readonly kpis: readonly { readonly name: string; readonly figure: string; readonly context: string }[];
  readonly gaps: GapsView;
  readonly rows: readonly RowView[];
  readonly objectives: readonly string[];
  readonly approval: ApprovalView;
}

export interface RowView extends WordedRow {
  readonly address: string;
  /** Where the number proves itself; null for those who may not open it and for numbers from elsewhere. */
  readonly proof: string | null;
  /** What stands in place of a number. */
  readonly instead: string;
  readonly unknownItems: string;
  readonly conclusions: readonly LinkedConclusion[];
}

export interface LinkedConclusion {
  readonly code: string;
  readonly title: string;
  readonly address: string;
}

export const presentPage = (
  judged: JudgedMatrix,
  conclusions: readonly Conclusion[],
  { mayWrite }: Reader,
  translator: Translator,
): MatrixPage => {
  const { t, format } = translator;
  const { evaluation, matrix } = judged;
  const rows = judged.rows.map((_, at) => presentRow(judged, at, { conclusions, mayWrite }, translator));
  return {
    study: evaluation.id,
    home: homeOf(judged),
    lead: leadOf(judged, translator),
    state: {
      text: t(`matrix:state.${evaluation.resultState}`),
      tone: evaluation.resultState === 'preliminary' ? 'badge-warn' : 'badge-ok',
    },
    judged: t('matrix:judged', { day: format.day(judged.judgedOn) }),
    mayWrite,
    kpis: kpisOf(judged, rows, translator),
    gaps: presentGaps(judged, rows, translator),
    rows,
    objectives: matrix.objectives.map((name, at) => t('matrix:numbered', { number: at + 1, name })),
    approval: presentApproval(judged, translator),
  };
};

export const homeOf = ({ evaluation }: Pick<JudgedMatrix, 'evaluation'>): string => `/badania/${evaluation.id}/matryca`;

/** A row by its place, with its doors. */
export const presentRow = (
  judged: JudgedMatrix,
  at: number,
  { conclusions, mayWrite }: { readonly conclusions: readonly Conclusion[]; readonly mayWrite: boolean },
  translator: Translator,
): RowView => {
  const { t } = translator;
  const found = judged.rows[at] as JudgedRow;
  const { row } = found;
  return {
    ...wordRow(found, at + 1, judged, translator),
    address: `${homeOf(judged)}/pytanie/${row.id}`,
    proof: mayWrite ? proofOf(judged, found) : null,
    instead: t(row.indicator.kind === 'words' ? 'matrix:in-words' : 'matrix:no-number'),
    unknownItems: wordItems(found.unknownItems, judged.questionnaires),
    conclusions: conclusions
      .filter(({ matrixRow }) => matrixRow === row.id)
      .map(({ number, title }) => ({
        code: t('matrix:conclusion', { number }),
        title,
        address: `/badania/${judged.evaluation.id}/wnioski#W${number}`,
      })),
  };
};

const proofOf = ({ evaluation }: JudgedMatrix, { row: { indicator } }: JudgedRow): string | null => {
  const wanted = indicator.kind === 'number' ? wantedOf(indicator.number) : null;
  if (wanted === null) return null;
  const query = new URLSearchParams(numberAddress(wanted).map(([name, value]) => [name, value])).toString();
  return `/badania/${evaluation.id}/liczba?${query}`;
};

const leadOf = (judged: JudgedMatrix, translator: Translator): string => {
  const { t, format } = translator;
  const { matrix, evaluation } = judged;
  if (matrix.rows.length === 0) return t('matrix:lead.empty');
  const criteria = new Set(judged.rows.map(({ row }) => JSON.stringify(row.criterion))).size;
  const { approved, log } = matrix;
  const changes = log.length - 1 - log.findLastIndex(({ kind }) => kind === 'approved');
  const day = approved === null ? '' : dayOf(approved.at);
  const when = day < evaluation.opensOn ? 'before' : day > evaluation.closesOn ? 'after' : 'during';
  const approval = [
    approved === null
      ? t('matrix:lead.unapproved')
      : t(`matrix:lead.approved-${when}`, {
          day: day.slice(0, 4) === judged.judgedOn.slice(0, 4) ? format.dayOfMonth(day) : format.day(day),
        }),
    ...(approved === null || changes === 0 ? [] : [t('matrix:lead.changed', { count: changes })]),
  ].join(' ');
  return t('matrix:lead.whole', {
    questions: t('matrix:lead.questions', { count: matrix.rows.length }),
    criteria: t('matrix:lead.criteria', { count: criteria }),
    approval,
  });
};

const kpisOf = (judged: JudgedMatrix, rows: readonly RowView[], { t, format }: Translator): MatrixPage['kpis'] => {
  const kpi = (verdict: Verdict) => {
    const own = rows.filter((row) => row.verdict.code === verdict);
    const criteria = [...new Set(own.map(({ criterion }) => criterion.toLowerCase()))];
    return {
      name: t(`matrix:verdict.${verdict}`),
      figure: format.integer(own.length),
      context: criteria.length === 0 ? t('matrix:kpi.none') : criteria.join(', '),
    };
  };
  const questions = judged.questionsWithoutData.length;
  const items = judged.itemsWithoutQuestion.reduce((sum, group) => sum + group.items.length, 0);
  const gaps = [
    ...(questions === 0 ? [] : [t('matrix:kpi.without-data', { count: questions })]),
    ...(items === 0 ? [] : [t('matrix:kpi.without-question', { count: items })]),
  ];
  return [
    kpi('met'),
    kpi('not-met'),
    kpi('undecided'),
    {
      name: t('matrix:kpi.gaps'),
      figure: format.integer(questions + items),
      context: gaps.length === 0 ? t('matrix:kpi.no-gaps') : gaps.join(', '),
    },
  ];
};
