import type { Translator } from '../../platform/i18n';
import type { Contact } from './contact';
import { questionsOf } from './domain';
import { langIn } from './lang-in';
import type { Visit } from './open-visit';

interface Line {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
}

export interface IntroView {
  readonly title: string;
  readonly lead: string;
  /** Languages of the two where they are not the page's. */
  readonly titleLang: string | null;
  readonly leadLang: string | null;
  readonly commissioner: string;
  readonly facts: readonly Line[];
  readonly promises: readonly string[];
  readonly privacy: readonly Line[];
}

export const presentIntro = (translator: Translator, visit: Visit, contact: Contact | undefined): IntroView => {
  const { title, lead } = visit.version.definition;
  const langAt = langIn(translator, visit.version, visit.language);
  return {
    title,
    titleLang: langAt('title'),
    lead,
    leadLang: langAt('lead'),
    commissioner: visit.evaluation.commissioner,
    facts: factsOf(translator, visit),
    promises: promisesOf(translator, visit),
    privacy: privacyOf(translator, visit, contact),
  };
};

const factsOf = ({ t, format }: Translator, { version, evaluation }: Visit): readonly Line[] => [
  {
    label: t('responses:intro.facts.time'),
    value: t('responses:intro.facts.minutes', { count: version.definition.minutes }),
  },
  {
    label: t('responses:intro.facts.questions'),
    value: t('responses:intro.facts.pages', { count: version.pages.length, questions: questionsOf(version) }),
  },
  { label: t('responses:intro.facts.answers'), value: t('responses:intro.facts.nameless') },
  {
    label: t('responses:intro.facts.deadline'),
    value: t('responses:intro.facts.until', { day: format.dayOfMonth(evaluation.closesOn) }),
  },
];

const promisesOf = ({ t }: Translator, { invitation, evaluation }: Visit): readonly string[] => [
  t('responses:intro.anonymity.noName'),
  t(invitation.kind === 'open' ? 'responses:intro.anonymity.openLink' : 'responses:intro.anonymity.personalLink'),
  t('responses:intro.anonymity.noEntries'),
  t('responses:intro.anonymity.smallGroups', { count: evaluation.smallestGroup }),
];

const privacyOf = ({ t }: Translator, { evaluation }: Visit, contact: Contact | undefined): readonly Line[] => {
  const line = (name: string, parameters = {}): Line => ({
    label: t(`responses:intro.privacy.${name}.label`),
    value: t(`responses:intro.privacy.${name}.text`, parameters),
  });
  const officer = contact?.dataProtectionOfficer;
  return [
    line('controller', { commissioner: evaluation.commissioner, region: evaluation.regionName }),
    line('purpose'),
    line('basis'),
    line('retention'),
    line('rights'),
    ...(officer === undefined
      ? []
      : [{ label: t('responses:intro.privacy.officer'), value: officer, href: `mailto:${officer}` }]),
  ];
};
