import type { Translator } from '../../../platform/i18n';
import { codebookOf } from '../domain/dictionary/codebook-of';
import { MISSING_CODES } from './present-entry';
import { originOf, type Dictionary } from './read-dictionary';

/** The codebook that the import of waves reads. */
export const presentCodebook = ({ evaluation, dataset }: Dictionary, { t }: Translator) =>
  codebookOf(dataset.set, dataset.set.n < evaluation.smallestGroup ? null : dataset.set.n, {
    dataset: dataset.code,
    title: dataset.title,
    source: t('variables:file.source'),
    yes: t('variables:file.yes'),
    no: t('variables:file.no'),
  });

/** The dictionary as JSON, each variable with its counts; null stands for what is hidden. */
export const presentDictionaryJson = ({ evaluation, dataset, entries, found, broken, deleted }: Dictionary) => ({
  evaluation: { id: evaluation.id, title: evaluation.title, state: evaluation.resultState },
  dataset: { code: dataset.code, title: dataset.title, kind: dataset.kind, dataCut: dataset.dataCut },
  smallestGroup: evaluation.smallestGroup,
  n: dataset.set.n < evaluation.smallestGroup ? null : dataset.set.n,
  found,
  variables: entries.map((entry) => {
    const { counts, categories, versions, origin, ...about } = entry;
    return {
      ...about,
      origin: origin ?? { kind: originOf(entry) },
      questionnaireVersions: versions,
      bases: { all: counts.all, asked: counts.asked, answered: counts.answered },
      missing: Object.fromEntries(MISSING_CODES.map((code, at) => [code, counts.states[at] ?? null])),
      categories: categories.map((category, at) => ({ ...category, n: counts.categories[at] ?? null })),
    };
  }),
  broken: broken.map(({ change, fault }) => ({ name: change.name, version: change.version, fault: fault.kind })),
  deleted: deleted.map(({ name, version }) => ({ name, version })),
});
