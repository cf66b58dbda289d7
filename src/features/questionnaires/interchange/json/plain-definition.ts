import { withTexts, type QuestionnaireDefinition, type TranslatedText } from '../../domain';
import { plainText } from '../../domain/plain-text';
import { NOWHERE, type RemarkBook } from '../report';

/** The same definition with all its texts made plain; what was dropped is named by the key of the text. */
export const plainDefinition = (definition: QuestionnaireDefinition, remarks: RemarkBook): QuestionnaireDefinition => {
  const plain = (source: string, key: string): string => {
    const { text, dropped } = plainText(source);
    for (const part of dropped) remarks.changed(`text-${part}`, { ...NOWHERE, code: key });
    return text;
  };
  const cleaned = withTexts(definition, ({ key, polish }) => plain(polish, key));
  const { translations } = cleaned;
  const pages = cleaned.pages.map((page) => ({
    ...page,
    items: page.items.map((item) =>
      item.kind === 'calculated' ? { ...item, text: plain(item.text, item.code) } : item,
    ),
  }));
  if (translations === undefined) return { ...cleaned, pages };
  const translated = ({ key, from, text }: TranslatedText): TranslatedText => ({
    key,
    from: plain(from, key),
    text: plain(text, key),
  });
  return {
    ...cleaned,
    pages,
    translations: translations.map(({ language, texts }) => ({ language, texts: texts.map(translated) })),
  };
};
