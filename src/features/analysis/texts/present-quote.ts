import type { Translator } from '../../../platform/i18n';
import { checkQuote, hintPersonal, LONGEST_QUOTE, tellsContact, type Labels, type Piece } from '../domain/texts';
import type { QuoteForm } from './inputs';
import { labelNames, questionText } from './present-answers';
import type { ReadAnswer } from '.';

export interface QuoteFormView {
  readonly question: string;
  readonly back: string;
  readonly address: string;
  readonly id: string;
  readonly original: readonly Piece[];
  readonly hasHints: boolean;
  readonly text: string;
  readonly longest: number;
  readonly attributes: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
  readonly isChecked: boolean;
  readonly faults: readonly { readonly href: string; readonly text: string }[];
  readonly isTextWrong: boolean;
}

/** What is wrong with a quote, before it is kept. */
export const faultsOfQuote = (
  { answer }: ReadAnswer,
  form: Pick<QuoteForm, 'cytat' | 'sprawdzono'>,
  { t }: Translator,
): QuoteFormView['faults'] => {
  const fault = checkQuote(form.cytat, answer.text, tellsContact(form.cytat));
  return [
    ...(fault === null ? [] : [{ href: '#cytat', text: t(`texts:quote.fault.${fault.kind}`, { ...fault }) }]),
    ...(form.sprawdzono === '1' ? [] : [{ href: '#sprawdzono', text: t('texts:quote.fault.unchecked') }]),
  ];
};

const KINDS = ['bez', 'instytucja', 'typ', 'oba'] as const;

/** Attributes that may stand under a quote of this answer, by how they are chosen. */
export const attributesOf = (read: ReadAnswer, kind: QuoteForm['atrybuty']): readonly string[] =>
  labelNames(read, chosenLabels(read.answer.labels, kind));

const chosenLabels = ({ institution, clientType }: Labels, kind: QuoteForm['atrybuty']): Labels => ({
  institution: kind === 'instytucja' || kind === 'oba' ? institution : null,
  clientType: kind === 'typ' || kind === 'oba' ? clientType : null,
});

export const presentQuoteForm = (
  read: ReadAnswer,
  state: { readonly id: string; readonly form: Partial<QuoteForm>; readonly faults: QuoteFormView['faults'] },
  { t }: Translator,
): QuoteFormView => {
  const { evaluation, questionnaire, field, answer } = read;
  const query = new URLSearchParams({ zbior: questionnaire.code }).toString();
  const list = `/badania/${evaluation.id}/odpowiedzi/${encodeURIComponent(field.code)}`;
  const original = hintPersonal(answer.text);
  const { institution, clientType } = answer.labels;
  const possible = KINDS.filter(
    (kind) =>
      kind === 'bez' ||
      ((kind !== 'typ' && kind !== 'oba' ? institution !== null : clientType !== null) &&
        (kind !== 'oba' || institution !== null)),
  );
  return {
    question: questionText(read),
    back: `${list}?${query}`,
    address: `${list}/${answer.reference}?${query}`,
    id: state.id,
    original,
    hasHints: original.some(({ isFound }) => isFound),
    text: state.form.cytat ?? answer.text,
    longest: LONGEST_QUOTE,
    attributes: possible.map((kind) => ({
      value: kind,
      text: kind === 'bez' ? t('texts:quote.no-attributes') : attributesOf(read, kind).join(' · '),
      isChosen: (state.form.atrybuty ?? 'bez') === kind,
    })),
    isChecked: state.form.sprawdzono === '1',
    faults: state.faults,
    isTextWrong: state.faults.some(({ href }) => href === '#cytat'),
  };
};
