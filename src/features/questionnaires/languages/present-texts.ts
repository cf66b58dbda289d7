import type { Translator } from '../../../platform/i18n';
import {
  isSameText,
  longSentencesOf,
  translationsByKey,
  type Conflict,
  type QuestionnaireDefinition,
  type Refusal,
  type TextKind,
  type TranslatedPlace,
  type TranslationLanguage,
} from '../domain';
import type { Shown } from './inputs';
import type { Suggestion } from './suggestions';

/** One Polish text and the field for its translation. */
export interface TextView {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly polish: string;
  readonly badge: { readonly look: 'ok' | 'warn' | 'info'; readonly text: string };
  /** Labels are written on one line; sentences in a box. */
  readonly isLine: boolean;
  readonly rows: number;
  readonly value: string;
  readonly previous: string;
  /** The Polish text that an outdated translation was made from; null unless outdated. */
  readonly madeFrom: string | null;
  readonly suggestion: { readonly text: string; readonly label: string } | null;
  readonly remarks: readonly string[];
  readonly error: string | null;
  /** What another person wrote in the meantime; null without a conflict or where they wrote nothing. */
  readonly theirs: string | null;
}

/** The texts of one item, or of one heading. */
export interface TextGroup {
  readonly id: string;
  readonly heading: string;
  readonly texts: readonly TextView[];
}

/** What came back from saving: texts that were not taken, with what the person typed. */
export interface Returned {
  readonly conflicts: readonly Conflict[];
  readonly refusals: readonly Refusal[];
}

export interface TextsMaterial {
  readonly language: TranslationLanguage;
  readonly suggestionFor: (place: TranslatedPlace) => Suggestion | null;
  readonly returned: Returned;
}

const LINES: ReadonlySet<TextKind> = new Set([
  'title',
  'page',
  'choice',
  'row',
  'low',
  'high',
  'unit',
  'agree',
  'decline',
]);
/** Fits a field without scrolling. */
const SHORT = 32;
const CHARACTERS_OF_ROW = 38;
const MOST_ROWS = 10;

export const presentGroups = (
  translator: Translator,
  places: readonly TranslatedPlace[],
  material: TextsMaterial,
): readonly TextGroup[] => {
  const groups: { readonly item: string | null; readonly texts: TextView[] }[] = [];
  const counted = new Map<string, number>();
  for (const place of places) {
    const number = (counted.get(`${place.item ?? ''} ${place.kind}`) ?? 0) + 1;
    counted.set(`${place.item ?? ''} ${place.kind}`, number);
    const last = groups.at(-1);
    const text = presentText(translator, place, number, material);
    if (last?.item === place.item) last.texts.push(text);
    else groups.push({ item: place.item, texts: [text] });
  }
  return groups.map(({ item, texts }, index) => ({
    id: `grupa-${index + 1}`,
    heading: item === null ? translator.t('languages:form.headings') : item,
    texts,
  }));
};

const presentText = (
  translator: Translator,
  place: TranslatedPlace,
  number: number,
  { language, suggestionFor, returned }: TextsMaterial,
): TextView => {
  const { t } = translator;
  const { key, kind, polish, state, translation, from } = place;
  const conflict = returned.conflicts.find((one) => one.key === key);
  const refusal = returned.refusals.find((one) => one.key === key);
  const suggestion = suggestionFor(place);
  const value = conflict?.proposed ?? refusal?.proposed ?? translation ?? '';
  const isLine =
    LINES.has(kind) && !polish.includes('\n') && !value.includes('\n') && Math.max(polish.length, value.length) < SHORT;
  return {
    id: `t-${key.replace(/[^A-Za-z0-9_-]/g, '-')}`,
    key,
    label:
      kind === 'choice' || kind === 'row' ? t(`languages:kind-nth.${kind}`, { number }) : t(`languages:kind.${kind}`),
    polish,
    badge: { look: LOOKS[state], text: t(`languages:state.${state}`) },
    isLine,
    rows: Math.min(MOST_ROWS, Math.max(2, Math.ceil(Math.max(polish.length, value.length) / CHARACTERS_OF_ROW))),
    value,
    previous: translation ?? '',
    madeFrom: state === 'outdated' ? from : null,
    suggestion:
      suggestion === null ? null : { text: suggestion.text, label: t(`languages:suggestion.${suggestion.source}`) },
    remarks: language === 'pl-etr' ? remarksOn(translator, value) : [],
    error:
      conflict === undefined
        ? refusal === undefined
          ? null
          : refusalText(translator, refusal)
        : t(`languages:conflict.${conflict.kind}`),
    theirs: conflict === undefined || conflict.stored === '' ? null : conflict.stored,
  };
};

const LOOKS = { done: 'ok', missing: 'info', outdated: 'warn' } as const;

const remarksOn = ({ t }: Translator, text: string): readonly string[] =>
  longSentencesOf(text).map(({ words }) => t('languages:form.long-sentence', { count: words }));

export const refusalText = ({ t }: Translator, { kind, lost, foreign }: Refusal): string => {
  if (kind === 'too-long') return t('languages:refusal.too-long');
  const key = lost.length > 0 ? 'lost' : 'foreign';
  return t(`languages:refusal.${key}`, { names: (lost.length > 0 ? lost : foreign).join(', ') });
};

/** Which texts a choice of the filter shows. `published` is the newest published version, if there is one. */
export const isShown = (
  shown: Shown,
  published: QuestionnaireDefinition | undefined,
  language: TranslationLanguage,
): ((place: TranslatedPlace) => boolean) => {
  if (shown === 'wszystkie') return () => true;
  if (shown === 'brak') return ({ state }) => state === 'missing';
  if (shown === 'nieaktualne') return ({ state }) => state === 'outdated';
  const before = published === undefined ? new Map<string, never>() : translationsByKey(published, language);
  return ({ key, translation, from }) => {
    const was = before.get(key);
    return !isSameText(was?.text ?? '', translation ?? '') || (was?.from ?? null) !== from;
  };
};
