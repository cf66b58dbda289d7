import type { Translator } from '../../platform/i18n';
import type { Receipt, RequestPurpose } from './domain';
import type { Visit } from './open-visit';

export interface EmailFormView {
  readonly id: string;
  readonly purpose: 'wyniki' | 'rozmowa';
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly saved: string;
  readonly isSaved: boolean;
  readonly error: string | null;
  readonly typed: string;
}

export interface ThanksView {
  readonly receiptNumber: string;
  readonly closesOn: string;
  readonly commissioner: string;
  readonly isPersonal: boolean;
  readonly hasMistake: boolean;
  readonly steps: readonly { readonly title: string; readonly text: string; readonly isDone: boolean }[];
  readonly forms: readonly EmailFormView[];
}

/** What became of the address forms of this page: one saved, or one typed with a mistake. */
export interface EmailFormState {
  readonly saved: readonly RequestPurpose[];
  readonly mistake: { readonly purpose: RequestPurpose; readonly typed: string } | undefined;
}

export const presentThanks = (
  translator: Translator,
  { evaluation, invitation }: Visit,
  receipt: Receipt,
  state: EmailFormState,
): ThanksView => {
  const { t, format } = translator;
  const closesOn = format.dayOfMonth(evaluation.closesOn);
  const step = (name: string, isDone: boolean) => ({
    title: t(`responses:thanks.steps.${name}.title`),
    text: t(`responses:thanks.steps.${name}.text`, {
      receivedOn: format.dayOfMonth(receipt.receivedOn),
      closesOn,
      count: evaluation.smallestGroup,
    }),
    isDone,
  });
  return {
    receiptNumber: receipt.receiptNumber,
    closesOn,
    commissioner: evaluation.commissioner,
    isPersonal: invitation.kind === 'personal',
    hasMistake: state.mistake !== undefined,
    steps: [step('sent', true), step('collecting', false), step('results', false)],
    forms: [
      presentEmailForm(translator, 'results', state),
      ...(receipt.agreesToInterview ? [presentEmailForm(translator, 'interview', state)] : []),
    ],
  };
};

const presentEmailForm = (
  { t }: Translator,
  purpose: RequestPurpose,
  { saved, mistake }: EmailFormState,
): EmailFormView => {
  const isMistaken = mistake?.purpose === purpose;
  return {
    id: purpose === 'results' ? 'wyniki' : 'rozmowa',
    purpose: purpose === 'results' ? 'wyniki' : 'rozmowa',
    title: t(`responses:thanks.${purpose}.title`),
    text: t(`responses:thanks.${purpose}.text`),
    button: t(`responses:thanks.${purpose}.button`),
    saved: t(`responses:thanks.${purpose}.saved`),
    isSaved: saved.includes(purpose),
    error: isMistaken ? t('responses:error.email') : null,
    typed: isMistaken ? mistake.typed : '',
  };
};
