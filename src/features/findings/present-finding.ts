import { dayOf } from '../../platform/clock';
import type { Translator } from '../../platform/i18n';
import type { Quote } from '../analysis';
import type { Evaluation } from '../evaluations';
import { NOTE_METHODS, type Conclusion } from './domain';
import { optionsOf, type Field } from './form-fields';
import type { NoteForm } from './inputs';
import { presentEvidence, type EvidenceShown, type EvidenceView } from './present-evidence';
import { errorsIn } from './present-fields';
import { stateBadge, strengthView, toneBadge, type Badge, type StrengthView } from './present-labels';
import { aboutOf, dataState } from './present-list';
import { LONGEST_NOTE, type NoteFault } from './read-note';

export interface FindingView {
  readonly study: string;
  readonly home: string;
  readonly page: string;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly about: string;
  readonly state: Badge;
  readonly badges: readonly Badge[];
  readonly strength: StrengthView;
  readonly evidence: readonly EvidenceView[];
  readonly changed: string;
  readonly revision: number;
  /** The other state, to change to. */
  readonly nextState: { readonly value: string; readonly text: string };
  readonly conclusions: readonly { readonly text: string; readonly href: string }[];
  readonly edit: string;
  readonly tables: string;
  readonly note: {
    readonly id: string;
    readonly fields: readonly Field[];
    readonly errors: readonly { readonly href: string; readonly text: string }[];
  };
  /** Checked quotes that are not in it yet. */
  readonly quotes: readonly { readonly id: string; readonly text: string; readonly source: string }[];
  readonly quotesPage: string;
}

export interface FindingShown extends Omit<EvidenceShown, 'page'> {
  readonly evaluation: Evaluation;
  readonly conclusions: readonly Conclusion[];
  readonly note: { readonly form: NoteForm; readonly faults: readonly NoteFault[] };
}

const MOST_QUOTES = 100;

export const presentFinding = (shown: FindingShown, translator: Translator): FindingView => {
  const { t, format } = translator;
  const { evaluation, finding, quotes } = shown;
  const home = `/badania/${evaluation.id}/wnioski/wyniki`;
  const page = `${home}/${finding.number}`;
  const { log, state } = finding;
  const next = state === 'draft' ? 'ready' : 'draft';
  const fields = noteFields(shown.note, translator);
  return {
    study: evaluation.id,
    home,
    page,
    code: t('findings:number', { number: finding.number }),
    title: finding.title,
    text: finding.text,
    about: aboutOf(finding, translator),
    state: dataState(evaluation, translator),
    badges: [stateBadge(state, translator), toneBadge(finding.tone, translator)],
    strength: strengthView(finding.strength, translator),
    evidence: presentEvidence({ ...shown, page }, translator),
    changed: t('findings:changed', {
      who: log.changedBy,
      day: format.day(dayOf(log.changedAt)),
      time: format.time(log.changedAt),
    }),
    revision: log.revision,
    nextState: { value: next, text: t(`findings:to-state.${next}`) },
    conclusions: conclusionsOf(shown, translator),
    edit: `${page}/edycja`,
    tables: `/badania/${evaluation.id}/tabele`,
    note: { id: shown.note.form.zgloszenie, fields, errors: errorsIn(fields) },
    quotes: quotesFor(finding, quotes),
    quotesPage: `/badania/${evaluation.id}/cytaty`,
  };
};

const conclusionsOf = ({ conclusions, finding, evaluation }: FindingShown, { t }: Translator) =>
  conclusions
    .filter(({ findings }) => findings.includes(finding.id))
    .map(({ number, title }) => ({
      text: t('findings:conclusion', { number, title }),
      href: `/badania/${evaluation.id}/wnioski#W${number}`,
    }));

const quotesFor = ({ evidence }: FindingShown['finding'], quotes: readonly Quote[]): FindingView['quotes'] => {
  const used = new Set(evidence.flatMap((one) => (one.kind === 'quote' ? [one.quote] : [])));
  return quotes
    .filter(({ id, withdrawn }) => withdrawn === null && !used.has(id))
    .slice(0, MOST_QUOTES)
    .map(({ id, text, field, question, attributes }) => ({
      id,
      text,
      source: [`${field}. ${question}`, ...attributes].join(' · '),
    }));
};

const noteFields = ({ form, faults }: FindingShown['note'], { t, format }: Translator): readonly Field[] => {
  const field = (name: 'metoda' | 'zrodlo' | 'dzien' | 'notatka', hasHint = true) => {
    const fault = faults.find((one) => one.field === name);
    return {
      name,
      label: t(`findings:note.${name}.label`),
      hint: hasHint ? t(`findings:note.${name}.hint`) : null,
      error:
        fault === undefined
          ? null
          : t(`findings:note.${name}.${fault.kind}`, { most: format.integer(LONGEST_NOTE[fault.field]) }),
    };
  };
  return [
    {
      ...field('metoda', false),
      kind: 'select',
      options: optionsOf(NOTE_METHODS, [form.metoda], (code) => t(`findings:method.${code}`)),
      empty: null,
    },
    { ...field('zrodlo'), kind: 'text', value: form.zrodlo, longest: LONGEST_NOTE.zrodlo },
    { ...field('dzien'), kind: 'text', value: form.dzien, longest: LONGEST_NOTE.dzien },
    { ...field('notatka'), kind: 'lines', value: form.notatka, longest: LONGEST_NOTE.notatka },
  ];
};
