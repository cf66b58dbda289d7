import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { SPHERE_VERDICTS, type SphereDecisionId } from '../domain';
import { areaBoxes, type AreaBoxes } from './areas';
import type { DecisionForm } from './inputs';
import { disagreements } from './own-words';
import { conflictOf, type ConflictView } from './present-conflict';
import { typedBoundary } from './present-decision';
import { factsOf, statementsOf } from './present-facts';
import { pathOf, presentDecision, type DecisionRow } from './present-page';
import { heldMeetings, type SphereDesk } from './read-desk';
import { LONGEST_REASON, type DecisionFault } from './read-form';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface DecisionPage {
  readonly back: string;
  readonly action: string;
  readonly title: string;
  readonly label: string;
  readonly statements: readonly string[];
  /** Clients and experts disagree. */
  readonly isDisputed: boolean;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly form: DecisionFormView | null;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly errorOf: Readonly<Record<string, string>>;
  readonly conflict: ConflictView | null;
  /** Newest first. */
  readonly history: readonly (Omit<DecisionRow, 'label' | 'href' | 'action'> & {
    readonly who: string;
    readonly isCurrent: boolean;
  })[];
}

interface DecisionFormView {
  readonly id: string;
  readonly after: string;
  readonly verdicts: readonly (Option & { readonly hint: string })[];
  readonly reason: string;
  readonly longest: number;
  readonly scopes: readonly Option[];
  readonly areas: AreaBoxes | null;
  readonly from: string;
  readonly until: string;
  readonly meetings: readonly Option[];
}

export interface FormState {
  readonly form: DecisionForm;
  readonly faults: readonly DecisionFault[];
  /** Somebody decided about the sphere in the meantime. */
  readonly isOvertaken: boolean;
}

interface About {
  readonly code: string;
  readonly label: string;
}

/** What the form holds before anybody typed: the decision that holds, but for a reason that must be new. */
export const freshForm = (desk: SphereDesk, { code }: About, id: SphereDecisionId): DecisionForm => {
  const current = desk.current.get(code);
  const isDisputed = disagreements(desk).some(({ sphere }) => sphere === code);
  return {
    id,
    poprzednia: current?.id ?? '',
    decyzja: current?.verdict ?? '',
    powod: isDisputed ? '' : (current?.reason ?? ''),
    zasieg: current?.area?.kind === 'areas' ? 'obszary' : 'region',
    obszar: current?.area?.kind === 'areas' ? current.area.areas.map((area) => area.code) : [],
    od: typedBoundary(current?.valid?.from ?? null, '-01-01'),
    do: typedBoundary(current?.valid?.until ?? null, '-12-31'),
    spotkanie: String(heldMeetings(desk).at(-1)?.number ?? ''),
  };
};

export const presentForm = (
  desk: SphereDesk,
  about: About,
  { form, faults, isOvertaken }: FormState,
  translator: Translator,
): DecisionPage => {
  const { t } = translator;
  const errors = faults.map(({ field, kind }) => ({
    field,
    text: t(`sphere-decisions:fault.${field}.${kind}`, { longest: LONGEST_REASON }),
  }));
  const theirs = desk.current.get(about.code);
  return {
    ...pageOf(desk, about, translator),
    form: formOf(desk, { ...form, poprzednia: isOvertaken ? (theirs?.id ?? '') : form.poprzednia }, translator),
    errors,
    errorOf: Object.fromEntries(errors.toReversed().map(({ field, text }) => [field, text])),
    conflict: isOvertaken && theirs !== undefined ? conflictOf(desk, form, theirs, translator) : null,
  };
};

/** What was decided, for those who decide nothing. */
export const presentHistory = (desk: SphereDesk, about: About, translator: Translator): DecisionPage => ({
  ...pageOf(desk, about, translator),
  form: null,
  errors: [],
  errorOf: {},
  conflict: null,
});

const pageOf = (
  desk: SphereDesk,
  { code, label }: About,
  translator: Translator,
): Pick<DecisionPage, 'back' | 'action' | 'title' | 'label' | 'statements' | 'isDisputed' | 'facts' | 'history'> => {
  const { t, format } = translator;
  const path = pathOf(desk);
  return {
    back: path,
    action: `${path}/${encodeURIComponent(code)}`,
    title: t('sphere-decisions:form.title', { label }),
    label,
    statements: statementsOf(desk, code, translator),
    isDisputed: disagreements(desk).some(({ sphere }) => sphere === code),
    facts: factsOf(desk, code, translator),
    history: desk.decisions
      .filter(({ sphere }) => sphere === code)
      .toReversed()
      .map((decision, at) => ({
        ...presentDecision(decision, desk, translator),
        who: t('sphere-decisions:history.who', {
          day: format.day(dayOf(decision.at)),
          time: format.time(decision.at),
          name: decision.by,
        }),
        isCurrent: at === 0,
      })),
  };
};

const formOf = (desk: SphereDesk, form: DecisionForm, translator: Translator): DecisionFormView => {
  const { t, format } = translator;
  return {
    id: form.id,
    after: form.poprzednia,
    verdicts: SPHERE_VERDICTS.map((value) => ({
      value,
      text: t(`sphere-decisions:verdict.${value}`),
      hint: t(`sphere-decisions:form.verdict.${value}`),
      isChosen: form.decyzja === value,
    })),
    reason: form.powod,
    longest: LONGEST_REASON,
    scopes: (['region', 'obszary'] as const).map((value) => ({
      value,
      text: t(`sphere-decisions:form.scope.${value}`),
      isChosen: form.zasieg === value,
    })),
    areas: areaBoxes(desk.evaluation.wojewodztwo, form.obszar, translator),
    from: form.od,
    until: form.do,
    meetings: [
      { value: '', text: t('sphere-decisions:form.between'), isChosen: form.spotkanie === '' },
      ...heldMeetings(desk)
        .toReversed()
        .map(({ number, day, title }) => ({
          value: String(number),
          text: t('sphere-decisions:form.meeting', { number, title, day: format.day(day) }),
          isChosen: form.spotkanie === String(number),
        })),
    ],
  };
};
