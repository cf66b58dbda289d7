import { TRANSLATION_LANGUAGES, type Language } from '../../domain';
import { plainText, type DroppedPart } from '../../domain/plain-text';
import type { Place, RemarkBook } from '../report';
import { isDefaultText } from './default-texts';
import { renamedReferences } from './expressions';
import type { SourceText } from './source-form';

/** The door through which every text of a file goes. */
export interface TextTaker {
  /** The plain Polish text; its translations are kept under the key of its place. */
  readonly take: (key: string, text: SourceText, place: Place) => string;
  readonly translations: ReadonlyMap<string, Readonly<Partial<Record<Language, string>>>>;
  /** Languages in which the file has texts of its own. */
  readonly languages: ReadonlySet<Language>;
}

export const createTextTaker = (codes: ReadonlyMap<string, string>, remarks: RemarkBook): TextTaker => {
  const languages = new Set<Language>();
  const translations = new Map<string, Partial<Record<Language, string>>>();
  const plain = (source: string, place: Place): string => {
    const { text, dropped } = plainText(renamedReferences(source, codes));
    for (const part of dropped) remarks.changed(`text-${part satisfies DroppedPart}`, place);
    return text;
  };
  return {
    translations,
    languages,
    take: (key, text, place) => {
      const kept: Partial<Record<Language, string>> = {};
      for (const language of TRANSLATION_LANGUAGES) {
        const translation = plain(text[language] ?? '', place);
        if (translation === '') continue;
        kept[language] = translation;
        if (!isDefaultText(text)) languages.add(language);
      }
      translations.set(key, kept);
      return plain(text.pl ?? '', place);
    },
  };
};
