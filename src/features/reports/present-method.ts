import type { Translator } from '../../platform/i18n';
import type { SummaryMaterial } from './compose-summary';

/** How the results were made, in a few sentences: who answered, when, how, which intervals and tests, what is hidden. */
export const presentMethod = (
  { evaluation, results, n, dataCut }: SummaryMaterial,
  translator: Translator,
): readonly string[] => {
  const { t, format } = translator;
  const overall = results.sections
    .flatMap(({ questions }) => questions)
    .flatMap((result) =>
      result.kind === 'ratings' && result.question.comparisonCode === 'overall-rating' ? result.rows : [],
    );
  const groups = overall.flatMap((row) => row.groups);
  const nameOf = (code: string): string =>
    results.groups.find((group) => group.code === code)?.institution?.shortName ?? code;
  const counted = groups.flatMap(({ group, result }) =>
    result.level === 'hidden' ? [] : [t('reports:method.group', { name: nameOf(group), n: format.integer(result.n) })],
  );
  const hidden = groups.filter(({ result }) => result.level === 'hidden').map(({ group }) => nameOf(group));
  return [
    t('reports:method.answers', {
      n: format.integer(n),
      opens: format.day(evaluation.opensOn),
      day: format.day(dataCut),
      groups: counted.join(', '),
    }),
    t('reports:method.bases'),
    t('reports:method.certainty'),
    t('reports:method.protection', { smallest: evaluation.smallestGroup }),
    ...(hidden.length > 0 ? [t('reports:method.hidden', { groups: hidden.join(', ') })] : []),
  ];
};
