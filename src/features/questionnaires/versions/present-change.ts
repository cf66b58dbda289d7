import type { Translator } from '../../../platform/i18n';
import type { Change, Setting, TextPiece } from '../domain/compare';

/** One difference as a sentence, with the words that went and came. */
export interface ChangeView {
  readonly sentence: string;
  readonly pieces: readonly TextPiece[];
  /** Expressions and codes are shown as such. */
  readonly isCode: boolean;
}

export const presentChange = (translator: Translator, change: Change): ChangeView => ({
  sentence: sentenceOf(translator, change),
  pieces: piecesOf(translator, change),
  isCode: change.kind === 'expression',
});

const sentenceOf = (translator: Translator, change: Change): string => {
  const { t } = translator;
  const key = `versions:change.${change.kind}`;
  switch (change.kind) {
    case 'frame-text':
    case 'frame-setting':
      return t('versions:change.part', { part: partOf(translator, change.part) });
    case 'text':
    case 'expression':
    case 'setting': {
      const part = partOf(translator, change.part);
      return change.row === null
        ? t('versions:change.part', { part })
        : t('versions:change.row-part', { part, row: change.row });
    }
    case 'moved':
      return t(change.fromPage === change.toPage ? `${key}-within` : key, { from: change.fromPage, to: change.toPage });
    case 'added':
    case 'removed':
      return t(key, { page: change.page });
    case 'page-added':
    case 'page-removed':
    case 'page-moved':
      return t(key, { title: change.title });
    case 'choice-added':
    case 'choice-removed':
    case 'choice-changed':
    case 'choice-relabelled':
      return t(key, { choice: change.choice });
    case 'row-added':
    case 'row-removed':
      return t(key, { row: change.row });
    case 'language-added':
    case 'language-removed':
      return t(key, { language: t(`versions:language.${change.language}`) });
    case 'translation':
      return t(key, { language: t(`versions:language.${change.language}`), place: change.place });
    case 'page-renamed':
    case 'kind':
    case 'choices-reordered':
    case 'rows-reordered':
      return t(key);
  }
};

const partOf = ({ t, has }: Translator, part: string): string =>
  has(`versions:part.${part}`) ? t(`versions:part.${part}`) : t('versions:part.other', { part });

const piecesOf = (translator: Translator, change: Change): readonly TextPiece[] => {
  if ('pieces' in change) return change.pieces;
  switch (change.kind) {
    case 'added':
    case 'row-added':
      return replaced(null, change.text);
    case 'removed':
    case 'row-removed':
      return replaced(change.text, null);
    case 'choice-added':
      return replaced(null, change.label);
    case 'choice-removed':
      return replaced(change.label, null);
    case 'kind':
      return replaced(kindOf(translator, change.before), kindOf(translator, change.after));
    case 'expression':
      return replaced(change.before, change.after);
    case 'setting':
      // Its number says nothing to a reader; that it changed says all.
      if (change.part === 'wording') return [];
      return replaced(valueOf(translator, change.before), valueOf(translator, change.after));
    case 'frame-setting':
      return replaced(valueOf(translator, change.before), valueOf(translator, change.after));
    case 'choice-changed':
    case 'choices-reordered':
    case 'rows-reordered':
    case 'moved':
    case 'page-added':
    case 'page-removed':
    case 'page-moved':
    case 'language-added':
    case 'language-removed':
      return [];
  }
};

const kindOf = ({ t }: Translator, kind: string): string => t(`versions:kind.${kind}`);

/** Absent counts as "no": most settings are switches. */
const valueOf = ({ t, format }: Translator, value: Setting): string => {
  if (value === null) return t('versions:value.none');
  if (typeof value === 'boolean') return t(value ? 'versions:value.yes' : 'versions:value.no');
  return typeof value === 'number' ? format.decimal(value, Number.isInteger(value) ? 0 : 2) : value;
};

/** A value that was replaced as a whole. */
const replaced = (before: string | null, after: string | null): readonly TextPiece[] => [
  ...(before === null ? [] : [{ kind: 'removed', text: before } as const]),
  ...(after === null ? [] : [{ kind: 'added', text: after } as const]),
];
