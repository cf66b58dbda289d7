import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { Quote } from './store';

export interface QuoteView {
  readonly id: string;
  readonly text: string;
  /** Its beginning, to tell buttons from one another. */
  readonly short: string;
  readonly attributes: string;
  readonly question: string;
  readonly checked: string;
  readonly withdraw: string;
  /** The form in which it becomes part of a finding. */
  readonly door: string;
  readonly withdrawn: string | null;
}

export interface QuotesView {
  readonly texts: string;
  readonly quotes: readonly QuoteView[];
  readonly withdrawn: readonly QuoteView[];
}

const SHORT = 60;

export const presentQuotes = ({ id }: Evaluation, quotes: readonly Quote[], translator: Translator): QuotesView => {
  const shown = quotes.map((quote) => presentQuote(id, quote, translator));
  return {
    texts: `/badania/${id}/odpowiedzi`,
    quotes: shown.filter(({ withdrawn }) => withdrawn === null),
    withdrawn: shown.filter(({ withdrawn }) => withdrawn !== null),
  };
};

const presentQuote = (evaluationId: string, quote: Quote, { t, format }: Translator): QuoteView => {
  const momentOf = (who: string, at: Date): Readonly<Record<string, string>> => ({
    who,
    day: format.shortDay(dayOf(at)),
    time: format.time(at),
  });
  return {
    id: quote.id,
    text: quote.text,
    short: quote.text.slice(0, SHORT),
    attributes: quote.attributes.join(' · '),
    question: t('texts:quotes.question', { code: quote.field, text: quote.question }),
    checked: t('texts:quotes.checked', momentOf(quote.checkedBy.name, quote.checkedAt)),
    door: `/badania/${evaluationId}/wnioski/wyniki/nowy?cytat=${quote.id}`,
    withdraw: `/badania/${evaluationId}/cytaty/${quote.id}/wycofanie`,
    withdrawn:
      quote.withdrawn === null
        ? null
        : t('texts:quotes.withdrawn-by', momentOf(quote.withdrawn.by.name, quote.withdrawn.at)),
  };
};

export const presentQuotesJson = (quotes: readonly Quote[]) => ({
  quotes: quotes.map(({ id, questionnaireCode, field, question, text, attributes, checkedBy, checkedAt }) => ({
    id,
    dataset: questionnaireCode,
    field,
    question,
    text,
    attributes,
    checkedBy: checkedBy.name,
    checkedAt: checkedAt.toISOString(),
  })),
});
