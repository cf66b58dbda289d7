import type { Translator } from '../../../platform/i18n';
import type { Conclusion } from '../domain';
import { strengthOfAll } from './strength-of-all';
import {
  criterionName,
  faultBadge,
  stateBadge,
  strengthView,
  toneBadge,
  type Badge,
  type StrengthView,
} from '../present-labels';
import type { WorkRead } from '../read-work';
import { presentRow, type RecommendationRow } from '../recommendations/present-row';
import { presentSources, type SourceView } from './present-sources';

interface CodeLink {
  readonly code: string;
  readonly href: string;
}

export interface ConclusionView {
  readonly code: string;
  readonly number: number;
  /** Criterion, with the number of its question in the matrix. */
  readonly judged: string;
  readonly title: string;
  readonly text: string;
  readonly dimensions: string;
  readonly badges: readonly Badge[];
  readonly strength: StrengthView;
  readonly sources: readonly SourceView[];
  readonly recommendations: readonly CodeLink[];
  readonly paths: { readonly change: string; readonly move: string; readonly recommend: string } | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface MatrixRowView {
  readonly name: string;
  readonly question: string;
  readonly indicator: string;
  readonly sources: string;
  readonly conclusions: readonly CodeLink[];
  readonly strength: StrengthView;
}

export interface ConclusionsPage {
  readonly home: string;
  readonly study: string;
  readonly canWrite: boolean;
  readonly lead: string;
  readonly standing: string;
  readonly matrix: readonly MatrixRowView[];
  readonly conclusions: readonly ConclusionView[];
  readonly recommendations: readonly RecommendationRow[];
  readonly faults: readonly { readonly code: string; readonly href: string; readonly badge: Badge }[];
}

/** @param canWrite false for those who read: only what is ready, and what addressees were asked */
export const presentConclusions = (work: WorkRead, canWrite: boolean, translator: Translator): ConclusionsPage => {
  const { t } = translator;
  const conclusions = work.conclusions.filter(({ state }) => canWrite || state === 'ready');
  const recommendations = work.recommendations.filter(({ status }) => canWrite || status !== 'draft');
  const home = `/badania/${work.evaluation.id}`;
  const shown = { ...work, conclusions, recommendations, faults: canWrite ? work.faults : [] };
  return {
    home,
    study: work.evaluation.id,
    canWrite,
    lead: t('conclusions:lead', {
      conclusions: t('conclusions:count', { count: conclusions.length }),
      recommendations: t('conclusions:count-recommendations', { count: recommendations.length }),
    }),
    standing: t(`conclusions:standing.${work.evaluation.resultState}`),
    matrix: matrixRows(shown, translator),
    conclusions: conclusions.map((one, place) => ({
      ...presentConclusion(one, shown, { translator, canWrite }),
      isFirst: place === 0,
      isLast: place === conclusions.length - 1,
    })),
    recommendations: recommendations.map((one) => presentRow(one, shown, translator)),
    faults: shown.faults.map((fault) => ({
      ...pathOf(fault, home, translator),
      badge: faultBadge(fault, translator),
    })),
  };
};

const pathOf = ({ on, number }: WorkRead['faults'][number], home: string, { t }: Translator): CodeLink => {
  if (on === 'finding')
    return { code: t('conclusions:finding-code', { number }), href: `${home}/wnioski/wyniki/${number}` };
  return on === 'conclusion'
    ? { code: `W${number}`, href: `${home}/wnioski/${number}` }
    : { code: `R${number}`, href: `${home}/rekomendacje/${number}` };
};

const presentConclusion = (
  conclusion: Conclusion,
  work: WorkRead,
  { translator, canWrite }: { readonly translator: Translator; readonly canWrite: boolean },
): Omit<ConclusionView, 'isFirst' | 'isLast'> => {
  const { id, number, title, text, tone, state } = conclusion;
  const home = `/badania/${work.evaluation.id}`;
  const faults = work.faults.filter((fault) => fault.on === 'conclusion' && fault.id === id);
  return {
    code: `W${number}`,
    number,
    judged: judgedBy(conclusion, work, translator),
    title,
    text,
    dimensions: conclusion.dimensions.map((name) => translator.t(`conclusions:dimension.${name}`)).join(', '),
    badges: [
      toneBadge(tone, translator),
      ...(canWrite ? [stateBadge(state, translator)] : []),
      ...faults.map((fault) => faultBadge(fault, translator)),
    ],
    strength: strengthView(strengthOfAll([conclusion], work), translator),
    sources: presentSources(conclusion, work, translator),
    recommendations: work.recommendations
      .filter(({ conclusions }) => conclusions.includes(id))
      .map((one) => ({ code: `R${one.number}`, href: `${home}/rekomendacje/${one.number}` })),
    paths: canWrite
      ? {
          change: `${home}/wnioski/${number}`,
          move: `${home}/wnioski/${number}/przesun`,
          recommend: `${home}/rekomendacje/nowa?wniosek=${number}`,
        }
      : null,
  };
};

/** `2. Jakość`: the question of the matrix, or the criterion alone. */
export const judgedBy = (
  { matrixRow, criterion }: Pick<Conclusion, 'matrixRow' | 'criterion'>,
  { matrix }: Pick<WorkRead, 'matrix'>,
  translator: Translator,
): string => {
  const place = matrix.rows.findIndex(({ id }) => id === matrixRow);
  const name = criterionName(criterion ?? matrix.rows[place]?.criterion ?? null, translator);
  return place < 0 ? name : translator.t('conclusions:numbered', { number: place + 1, name });
};

const matrixRows = (work: WorkRead, translator: Translator): readonly MatrixRowView[] =>
  work.matrix.rows.map(({ id, criterion, question, indicator, sources }, place) => {
    const answering = work.conclusions.filter(({ matrixRow }) => matrixRow === id);
    return {
      name: translator.t('conclusions:numbered', { number: place + 1, name: criterionName(criterion, translator) }),
      question,
      indicator: indicator.label,
      sources,
      conclusions: answering.map(({ number }) => ({ code: `W${number}`, href: `#W${number}` })),
      strength: strengthView(strengthOfAll(answering, work), translator),
    };
  });
