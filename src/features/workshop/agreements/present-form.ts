import type { Translator } from '../../../platform/i18n';
import { DIMENSIONS } from '../../evaluations/domain';
import { differencesBetween, optionsOf, type Field, type FormPage } from '../../findings';
import type { Agreement, AgreementId } from '../domain';
import { LONGEST, type WordsIssue } from './check-words';
import { originIn, originValue } from './inputs';
import { homeOfMeeting, originText } from './present-agreements';
import type { AgreementsDesk } from './read-desk';
import type { AgreementWords } from '.';

export interface FormState {
  readonly words: AgreementWords;
  readonly issues: readonly WordsIssue[];
  /** Of a new one; null: `stored` is changed. */
  readonly id: AgreementId | null;
  readonly stored: Agreement | null;
  /** Revision that the form was drawn from. */
  readonly seen: number;
}

const OTHERS_READ = 5_000;

export const presentForm = (state: FormState, desk: AgreementsDesk, translator: Translator): FormPage => {
  const { t, format } = translator;
  const { stored, words, issues } = state;
  const fields = fieldsOf(words, desk, translator).map((field) => withError(field, issues, translator));
  const isOvertaken = stored !== null && stored.log.revision !== state.seen;
  const back = `${homeOfMeeting(desk)}/ustalenia`;
  return {
    title: stored === null ? t('agreements:form.new') : t('agreements:form.change', { number: stored.number }),
    back: { href: back, text: t('agreements:form.back') },
    action: stored === null ? `${back}/nowe` : `${back}/${stored.number}`,
    hidden:
      stored === null
        ? [{ name: 'id', value: state.id ?? '' }]
        : [{ name: 'wersja', value: String(stored.log.revision) }],
    fields,
    errors: issues.map((issue) => ({ href: `#p-${issue.field}`, text: issueText(issue, translator) })),
    conflict: isOvertaken
      ? {
          text: t('agreements:form.overtaken', { time: format.time(stored.log.changedAt) }),
          differences: differencesBetween(fields, fieldsOf(stored, desk, translator)),
        }
      : null,
    save: t(isOvertaken ? 'agreements:form.save-mine' : 'agreements:form.save'),
    remove: stored === null ? null : `${back}/${stored.number}/usun`,
  };
};

const issueText = ({ fault, longest, length }: WordsIssue, { t, format }: Translator): string =>
  t(`agreements:issue.${fault}`, { longest: format.integer(longest), length: format.integer(length) });

const withError = (field: Field, issues: readonly WordsIssue[], translator: Translator): Field => {
  const issue = issues.find((one) => one.field === field.name);
  return issue === undefined ? field : { ...field, error: issueText(issue, translator) };
};

const fieldsOf = (words: AgreementWords, desk: AgreementsDesk, { t }: Translator): readonly Field[] => {
  const field = (name: string) => ({
    name,
    label: t(`agreements:field.${name}.label`),
    hint: t(`agreements:field.${name}.hint`),
    error: null,
  });
  const institutions = new Map(desk.evaluation.institutions.map(({ code, shortName }) => [code, shortName]));
  const chosen = words.addressees.flatMap((one) => (one.kind === 'institution' ? [one.code] : []));
  const others = words.addressees.flatMap((one) => (one.kind === 'other' ? [one.name] : []));
  return [
    { ...field('tresc'), kind: 'lines', value: words.text, longest: LONGEST.text * 2 },
    {
      ...field('adresat'),
      kind: 'boxes',
      options: optionsOf([...institutions.keys()], chosen, (code) => institutions.get(code) ?? code),
      empty: null,
    },
    { ...field('inni'), kind: 'lines', value: others.join('\n'), longest: OTHERS_READ },
    { ...field('osoba'), kind: 'text', value: words.person, longest: LONGEST.person * 2 },
    { ...field('termin'), kind: 'text', type: 'date', value: words.due, longest: 10 },
    {
      ...field('obszar'),
      kind: 'select',
      options: optionsOf(['', ...DIMENSIONS], [words.dimension ?? ''], (code) =>
        code === '' ? t('agreements:none') : t(`workshop:dimension.${code}`),
      ),
      empty: null,
    },
    {
      ...field('skad'),
      kind: 'select',
      options: optionsOf(originsOf(desk), [originValue(words.origin)], (value) => originText(originIn(value), desk, t)),
      empty: null,
    },
  ];
};

/** What an agreement of the meeting can come from. */
export const originsOf = ({ proposals, meeting, recommendations }: AgreementsDesk): readonly string[] => [
  '',
  ...proposals.map(({ id }) => `propozycja:${id}`),
  ...meeting.sphereOptions.map(({ code }) => `sfera:${code}`),
  ...recommendations.map(({ id }) => `rekomendacja:${id}`),
];
