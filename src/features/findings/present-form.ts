import type { Translator } from '../../platform/i18n';
import { presentGiven, presentStillFigure, type FigureCard } from '../analysis';
import type { Evaluation } from '../evaluations';
import type { Carried } from './at-door';
import type { Finding } from './domain';
import { focusFields, suggestionField } from './focus-fields';
import { differencesBetween, type Difference, type Field } from './form-fields';
import type { WordsForm } from './inputs';
import { errorsIn, wordFields } from './present-fields';
import { factsOfGiven, type Fact } from './present-facts';
import type { WordsFault } from './read-words';
import type { Sentences } from './suggest-sentences';

export interface FindingFormView {
  readonly title: string;
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly Field[];
  readonly errors: readonly { readonly href: string; readonly text: string }[];
  /** Null where nobody was faster. */
  readonly conflict: { readonly text: string; readonly differences: readonly Difference[] } | null;
  readonly evidence: CarriedView | null;
  /** Findings that the evidence may go to instead; null where it may not. */
  readonly existing: Field | null;
  readonly isNew: boolean;
}

export type CarriedView =
  | {
      readonly kind: 'table';
      readonly figures: readonly FigureCard[];
      readonly facts: readonly Fact[];
      /** Sentences of the rules; null where they have none. */
      readonly focus: Field | null;
      /** Number, group and comparison of one's own choice. */
      readonly own: readonly Field[];
      readonly hidesSome: boolean;
      /** What the rules say, where the title says something else; null where it does not. */
      readonly draft: { readonly title: string; readonly text: string } | null;
    }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string };

export interface NewShown {
  readonly evaluation: Evaluation;
  readonly id: string;
  readonly form: WordsForm;
  readonly faults: readonly WordsFault[];
  readonly carried: Carried;
  readonly said: Sentences;
  readonly findings: readonly Finding[];
  /** That no finding was chosen to put the evidence to. */
  readonly isChoiceMissing: boolean;
}

const homeOf = ({ id }: Evaluation): string => `/badania/${id}/wnioski/wyniki`;

export const presentNewForm = (shown: NewShown, translator: Translator): FindingFormView => {
  const { t } = translator;
  const { evaluation, carried, said, form } = shown;
  const home = homeOf(evaluation);
  const fields = wordFields(form, shown.faults, translator);
  const existing = carried.kind === 'nothing' ? null : existingField(shown, translator);
  return {
    title: t('findings:new.title'),
    action: home,
    back: backOf(carried, evaluation, translator),
    hidden: [
      { name: 'zgloszenie', value: shown.id },
      { name: 'szkic', value: said.draft?.title ?? '' },
      { name: 'tabela', value: carried.kind === 'table' ? carried.table.state : '' },
      { name: 'cytat', value: carried.kind === 'quote' ? carried.quote.id : '' },
    ],
    fields,
    errors: errorsIn(existing === null ? fields : [...fields, existing]),
    conflict: null,
    evidence: carriedView(carried, said, form, translator),
    existing,
    isNew: true,
  };
};

const backOf = (carried: Carried, evaluation: Evaluation, { t }: Translator): FindingFormView['back'] => {
  switch (carried.kind) {
    case 'table':
      return { href: `/badania/${evaluation.id}/tabele?${carried.table.state}`, text: t('findings:new.back-table') };
    case 'quote':
      return { href: `/badania/${evaluation.id}/cytaty`, text: t('findings:new.back-quotes') };
    case 'nothing':
      return { href: homeOf(evaluation), text: t('findings:back') };
  }
};

const existingField = ({ findings, isChoiceMissing }: NewShown, { t }: Translator): Field | null =>
  findings.length === 0
    ? null
    : {
        kind: 'select',
        name: 'wynik',
        label: t('findings:attach.label'),
        hint: t('findings:attach.hint'),
        error: isChoiceMissing ? t('findings:attach.missing') : null,
        options: [
          { value: '', text: t('findings:attach.choose'), isChosen: true },
          ...findings.map(({ number, title }) => ({
            value: String(number),
            text: t('findings:attach.finding', { number, title }),
            isChosen: false,
          })),
        ],
        empty: null,
      };

const carriedView = (
  carried: Carried,
  said: Sentences,
  form: WordsForm,
  translator: Translator,
): CarriedView | null => {
  switch (carried.kind) {
    case 'nothing':
      return null;
    case 'quote': {
      const { text, field, question, attributes } = carried.quote;
      return { kind: 'quote', text, source: [`${field}. ${question}`, ...attributes].join(' · ') };
    }
    case 'table':
      return {
        kind: 'table',
        figures: presentGiven(carried.given, translator).map(presentStillFigure),
        facts: factsOfGiven(carried.given, translator),
        focus: suggestionField(said, carried.choice, translator),
        own: focusFields(carried.given, carried.choice, translator),
        hidesSome: carried.table.hidesSome,
        draft: said.draft === null || said.draft.title === form.tytul ? null : said.draft,
      };
  }
};

export interface EditShown {
  readonly evaluation: Evaluation;
  readonly finding: Finding;
  readonly form: WordsForm;
  readonly faults: readonly WordsFault[];
  /** The words as somebody else saved them meanwhile; null where nobody did. */
  readonly stored: WordsForm | null;
}

export const presentEditForm = (shown: EditShown, translator: Translator): FindingFormView => {
  const { t, format } = translator;
  const { evaluation, finding, form, stored } = shown;
  const fields = wordFields(form, shown.faults, translator);
  const page = `${homeOf(evaluation)}/${finding.number}`;
  const { changedBy, changedAt, revision } = finding.log;
  return {
    title: t('findings:edit.title', { number: finding.number }),
    action: `${page}/edycja`,
    back: { href: page, text: t('findings:edit.back', { number: finding.number }) },
    hidden: [{ name: 'rewizja', value: String(revision) }],
    fields,
    errors: errorsIn(fields),
    conflict:
      stored === null
        ? null
        : {
            text: t('findings:edit.overtaken', { name: changedBy, time: format.time(changedAt) }),
            differences: differencesBetween(fields, wordFields(stored, [], translator)),
          },
    evidence: null,
    existing: null,
    isNew: false,
  };
};
