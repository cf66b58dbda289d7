import type { Translator } from '../../../platform/i18n';
import { faultsIn, faultSentence, type Item, type QuestionnaireDefinition } from '../domain';
import type { ImportRemark, RemarkLevel } from './report';
import type { QuestionnaireImport } from './store';

/** One kind of remark and every place that it is about. */
export interface RemarkView {
  readonly text: string;
  readonly places: readonly string[];
}

export interface ReportView {
  readonly heading: string;
  /** What the file gives; null when nothing of it can be taken. */
  readonly taken: string | null;
  readonly levels: readonly { readonly id: string; readonly title: string; readonly remarks: readonly RemarkView[] }[];
  readonly faults: readonly string[];
  readonly pages: readonly { readonly title: string; readonly items: readonly { code: string; text: string }[] }[];
}

export const presentReport = (translator: Translator, reading: QuestionnaireImport): ReportView => {
  const { t } = translator;
  const { definition, remarks, fileName, format } = reading;
  return {
    heading: t('interchange:report.heading', { file: fileName, format: t(`interchange:format.${format}`) }),
    taken: definition === null ? null : takenSentence(translator, definition),
    levels: (['refused', 'changed'] as const)
      .map((level) => presentLevel(translator, level, remarks))
      .filter((level) => level.remarks.length > 0),
    faults: definition === null ? [] : presentFaults(translator, definition),
    pages: (definition?.pages ?? []).map((page) => ({
      title: page.title,
      items: page.items.map(({ code, text }) => ({ code, text })),
    })),
  };
};

const takenSentence = ({ t }: Translator, definition: QuestionnaireDefinition): string => {
  const items = definition.pages.flatMap((page) => page.items).flatMap(withInner);
  const questions = items.filter(({ kind }) => kind !== 'information' && kind !== 'calculated').length;
  return t('interchange:report.taken', {
    questions: t('interchange:report.questions', { count: questions }),
    pages: t('interchange:report.pages', { count: definition.pages.length }),
    translations: t('interchange:report.languages', { count: definition.languages?.length ?? 0 }),
  });
};

const withInner = (item: Item): readonly Item[] => (item.kind === 'repeat' ? [item, ...item.items] : [item]);

const presentLevel = (translator: Translator, level: RemarkLevel, all: readonly ImportRemark[]) => {
  const remarks = all.filter((remark) => remark.level === level);
  const bySentence = new Map<string, string[]>();
  for (const remark of remarks) {
    const sentence = sentenceOf(translator, remark);
    const place = placeOf(translator, remark);
    const places = bySentence.get(sentence) ?? [];
    if (place !== '') places.push(place);
    bySentence.set(sentence, places);
  }
  return {
    id: level === 'refused' ? 'pominiete' : 'zmienione',
    title: translator.t(`interchange:report.${level}`, { count: remarks.length }),
    remarks: [...bySentence].map(([text, places]): RemarkView => ({ text, places: [...new Set(places)] })),
  };
};

const sentenceOf = ({ t, has }: Translator, { kind, details }: ImportRemark): string => {
  const reason = String(details['reason'] ?? '');
  if (kind === 'expression')
    return t('interchange:remark.expression', {
      ...details,
      reason: t(`questionnaires:expression.${reason}`, details),
    });
  if (kind !== 'schema') return t(`interchange:remark.${kind}`, details);
  return t(has(`interchange:schema.${reason}`) ? `interchange:schema.${reason}` : 'interchange:schema.other');
};

/** "arkusz survey, wiersz 12, kolumna relevant, K1"; parts that are unknown are left out. */
const placeOf = (
  translator: Translator,
  { kind, place: { sheet, row, column, code }, details }: ImportRemark,
): string => {
  const { t } = translator;
  const now = kind === 'code' ? String(details['code'] ?? '') : '';
  return [
    sheet === '' ? '' : t('interchange:place.sheet', { sheet }),
    row === 0 ? '' : t('interchange:place.row', { row }),
    column === '' ? '' : t('interchange:place.column', { column }),
    now === '' ? code : t('interchange:place.renamed', { code, now }),
  ]
    .filter((part) => part !== '')
    .join(', ');
};

const presentFaults = ({ t }: Translator, definition: QuestionnaireDefinition): readonly string[] => [
  ...new Set(
    faultsIn(definition).map((fault) => {
      const text = faultSentence((key, values) => t(key, values), fault);
      return fault.code === null ? text : t('interchange:report.fault-at', { item: fault.code, text });
    }),
  ),
];
