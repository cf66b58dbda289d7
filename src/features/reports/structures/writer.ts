import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { PublishedVersion } from '../../questionnaires';
import type { BlockContent, GeneratedPart } from '../domain';

/** Blocks of a structure with the words of one language. */
export interface Writer {
  readonly part: (what: GeneratedPart) => BlockContent;
  readonly heading: (level: 1 | 2 | 3, name: string) => BlockContent;
  readonly text: (kind: 'lead' | 'text' | 'note' | 'callout', name: string) => BlockContent;
  /** Whether questions say which criterion they serve: results then stand under criteria, otherwise page by page. */
  readonly hasCriteria: boolean;
}

export const createWriter = (
  { title, regionName, commissioner, institutions }: Evaluation,
  versions: readonly PublishedVersion[],
  { t }: Translator,
): Writer => {
  const values = {
    title,
    region: regionName,
    commissioner,
    institutions: institutions.map(({ name }) => name).join(', '),
  };
  return {
    part: (what) => ({ kind: 'generated', what }),
    heading: (level, name) => ({ kind: 'heading', level, text: t(`structures:heading.${name}`) }),
    text: (kind, name) => ({ kind, text: t(`structures:text.${name}`, values) }),
    hasCriteria: versions.some(({ definition }) =>
      definition.pages.some(({ items }) =>
        items.some(({ criterion }) => criterion !== undefined && criterion !== 'profil'),
      ),
    ),
  };
};
