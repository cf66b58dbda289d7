import type { Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations';
import type { Language, QuestionnaireDefinition } from '../questionnaires/domain';
import type { Block, ReportTree } from './domain';
import { presentPaperItem } from './present-paper-item';

/** A questionnaire to be printed. */
export interface PaperMaterial {
  readonly evaluation: Evaluation;
  /** In the language of the print. */
  readonly definition: QuestionnaireDefinition;
  readonly language: Language;
  /** Null for a draft, which must not be used for fieldwork. */
  readonly publishedOn: string | null;
  /** Day of the last change. */
  readonly day: string;
  /** First characters of the hash, by which a filled sheet is matched with its version. */
  readonly mark: string;
}

/** The questionnaire on paper: every question with the codes by which a filled sheet is keyed in. */
export const composePaper = (material: PaperMaterial, translator: Translator): ReportTree => ({
  about: aboutOf(material, translator),
  blocks: [...openingOf(material, translator), ...pagesOf(material, translator), closingOf(translator)],
});

const aboutOf = (
  { evaluation, definition, language, publishedOn, day, mark }: PaperMaterial,
  { t }: Translator,
): ReportTree['about'] => ({
  title: definition.title,
  subject: t('reports:paper.subject', { title: definition.title }),
  author: evaluation.commissioner,
  language,
  state: publishedOn === null ? 'preliminary' : 'final',
  dataCut: day,
  n: 0,
  demonstration: evaluation.demonstration,
  running: {
    study: evaluation.shortTitle,
    document: definition.title,
    status: t(publishedOn === null ? 'reports:paper.draft' : 'reports:paper.version', {
      version: definition.version,
      code: definition.code,
      mark,
    }),
    method: t('reports:paper.sheetNumber'),
    ...(evaluation.demonstration ? { demonstrationMark: t('reports:paper.demonstration') } : {}),
  },
});

const openingOf = ({ evaluation, definition }: PaperMaterial, { t }: Translator): readonly Block[] => [
  {
    kind: 'masthead',
    commissioner: evaluation.commissioner,
    region: evaluation.regionName,
    title: definition.title,
    subtitle: t('reports:paper.subtitle', { count: definition.minutes }),
  },
  { kind: 'text', text: definition.lead },
  { kind: 'note', text: t('reports:paper.howTo') },
];

const pagesOf = ({ definition }: PaperMaterial, translator: Translator): readonly Block[] =>
  definition.pages.flatMap((page, index) => [
    {
      kind: 'heading',
      level: 2,
      text: translator.t('reports:paper.page', { number: index + 1, title: page.title }),
    } as const,
    ...page.items.flatMap((item) => presentPaperItem(item, definition, translator)),
  ]);

const closingOf = ({ t }: Translator): Block => ({ kind: 'text', text: t('reports:paper.thanks') });
