import type { QuestionnaireDefinition, TranslationLanguage } from '../definition';
import { refusalOf, type Refusal } from './apply-proposals';
import { cleanTranslation } from './clean-text';
import { translationState, type TranslatedPlace } from './completeness';
import { TRANSLATION_LANGUAGES } from './languages';
import { withTranslations } from './translate';

/** One row of a spreadsheet that came back from translators. */
export interface SheetRow {
  /** Number of the row in the file, for messages. */
  readonly line: number;
  readonly key: string;
  readonly polish: string;
  /** A language whose column is absent or whose cell is empty is absent. */
  readonly texts: Readonly<Partial<Record<TranslationLanguage, string>>>;
}

/** `outdated`: translated from a Polish text that has changed since. */
export type SheetChangeKind = 'new' | 'changed' | 'outdated';

export interface SheetChange {
  readonly language: TranslationLanguage;
  readonly key: string;
  readonly kind: SheetChangeKind;
  /** The Polish text that it was translated from. */
  readonly from: string;
  /** The translation stored when the sheet was judged; empty when there was none. */
  readonly previous: string;
  readonly text: string;
}

/** A cell that changes nothing, and why. */
export interface SheetRemark {
  readonly line: number;
  readonly key: string;
  /** Null where it concerns the whole row. */
  readonly language: TranslationLanguage | null;
  readonly kind: 'unknown-key' | 'repeated-key' | 'outdated' | Refusal['kind'];
  /** Placeholders that are lost, or invented. */
  readonly names: readonly string[];
}

/** What a spreadsheet would change. */
export interface SheetReport {
  readonly changes: readonly SheetChange[];
  readonly remarks: readonly SheetRemark[];
  /** Cells that say what is stored already. */
  readonly same: number;
  /** Cells left empty: what is stored stays. */
  readonly empty: number;
}

type Verdict = { readonly change: SheetChange } | { readonly remark: SheetRemark } | 'same' | 'empty';

/** Compares a spreadsheet with what is stored; nothing is changed. Only the columns that the sheet has are judged. */
export const judgeSheet = (
  definition: QuestionnaireDefinition,
  rows: readonly SheetRow[],
  columns: readonly TranslationLanguage[] = TRANSLATION_LANGUAGES,
): SheetReport => {
  const places = new Map(
    columns.map((language) => [
      language,
      new Map(translationState(definition, language).map((place) => [place.key, place])),
    ]),
  );
  const met = new Set<string>();
  const verdicts = rows.flatMap((row): readonly Verdict[] => {
    const about = { line: row.line, key: row.key, language: null, names: [] };
    const isRepeated = met.has(row.key);
    met.add(row.key);
    if (isRepeated) return [{ remark: { ...about, kind: 'repeated-key' } }];
    const cells = columns.map((language) => judgeCell(row, language, places.get(language)?.get(row.key)));
    return cells.some((cell) => cell === null)
      ? [{ remark: { ...about, kind: 'unknown-key' } }]
      : cells.flatMap((cell) => cell ?? []);
  });
  return {
    changes: verdicts.flatMap((verdict) =>
      typeof verdict === 'object' && 'change' in verdict ? [verdict.change] : [],
    ),
    remarks: verdicts.flatMap((verdict) =>
      typeof verdict === 'object' && 'remark' in verdict ? [verdict.remark] : [],
    ),
    same: verdicts.filter((verdict) => verdict === 'same').length,
    empty: verdicts.filter((verdict) => verdict === 'empty').length,
  };
};

/** Null where the questionnaire has no such text. */
const judgeCell = (
  row: SheetRow,
  language: TranslationLanguage,
  place: TranslatedPlace | undefined,
): Verdict | null => {
  if (place === undefined) return null;
  const text = cleanTranslation(row.texts[language] ?? '');
  if (text === '') return 'empty';
  const previous = place.translation ?? '';
  if (text === cleanTranslation(previous)) return 'same';
  const isCurrent = withPlainSpaces(row.polish) === withPlainSpaces(place.polish);
  const about = { line: row.line, key: row.key, language };
  if (!isCurrent && place.state === 'done') return { remark: { ...about, kind: 'outdated', names: [] } };
  const refusal = refusalOf(row.key, place.polish, text);
  if (refusal !== null)
    return { remark: { ...about, kind: refusal.kind, names: [...refusal.lost, ...refusal.foreign] } };
  const kind = isCurrent ? (previous === '' ? 'new' : 'changed') : 'outdated';
  const from = isCurrent ? place.polish : cleanTranslation(row.polish);
  return { change: { language, key: row.key, kind, from, previous, text } };
};

/** Office programs change kinds of spaces and their number. */
const withPlainSpaces = (text: string): string => cleanTranslation(text).replace(/\s+/gu, ' ');

export interface AppliedSheet {
  readonly definition: QuestionnaireDefinition;
  readonly taken: number;
  /** Changed by somebody since the sheet was judged: left as they are. */
  readonly overtaken: readonly SheetChange[];
}

/** Makes the changes of a report, except where the text or its translation has changed since. */
export const applySheet = (
  definition: QuestionnaireDefinition,
  { changes }: Pick<SheetReport, 'changes'>,
): AppliedSheet =>
  TRANSLATION_LANGUAGES.reduce<AppliedSheet>(
    (applied, language) => {
      const places = new Map(translationState(definition, language).map((place) => [place.key, place]));
      const own = changes.filter((change) => change.language === language);
      const fits = ({ key, from, kind, previous }: SheetChange): boolean => {
        const place = places.get(key);
        return (
          place !== undefined &&
          (place.translation ?? '') === previous &&
          (kind === 'outdated' || place.polish === from)
        );
      };
      const taken = own.filter(fits);
      return {
        definition: withTranslations(
          applied.definition,
          language,
          taken.map(({ key, from, text }) => ({ key, from, text })),
        ),
        taken: applied.taken + taken.length,
        overtaken: [...applied.overtaken, ...own.filter((change) => !fits(change))],
      };
    },
    { definition, taken: 0, overtaken: [] },
  );
