import type { TextParameters, Translator } from '../../platform/i18n';
import {
  widestDifference,
  type AspectFact,
  type CoordinationFact,
  type DifferenceFact,
  type Estimate,
  type InstitutionsFact,
  type JobsFact,
  type KeyFinding,
  type SummaryFacts,
  type Tone,
} from './domain';

/** A finding as sentences, the same on the director's page and on paper. */
export interface FindingView {
  readonly title: string;
  readonly text: string;
  readonly badge: BadgeView | null;
}

export interface BadgeView {
  readonly tone: string;
  readonly icon: string;
  readonly text: string;
}

export const presentFinding = (finding: KeyFinding, translator: Translator): FindingView => {
  const values = valuesOf(finding, translator);
  return {
    title: translator.t(`reports:findings.${finding.kind}.title`, values),
    text: translator.t(`reports:findings.${finding.kind}.text`, values),
    badge: badgeOf(finding.tone, translator),
  };
};

/** The study in one or two sentences. */
export const presentHeadline = (
  { institutions }: SummaryFacts,
  findings: readonly KeyFinding[],
  translator: Translator,
): string => {
  const best = findings.find(({ kind }) => kind === 'highest-aspect');
  const worst = findings.find(({ kind }) => kind === 'lowest-aspect');
  const ratings =
    best && worst && 'aspect' in best && 'aspect' in worst
      ? translator.t('reports:headline.aspects', {
          best: nameOf(best.aspect, translator),
          worst: nameOf(worst.aspect, translator),
        })
      : translator.t('reports:headline.tooFew');
  if (institutions === null || institutions.rated.length < 2) return ratings;
  return `${ratings} ${comparisonOf(institutions, translator)}`;
};

const comparisonOf = ({ significant }: InstitutionsFact, translator: Translator): string => {
  if (significant.some(({ statement }) => statement === null)) return translator.t('reports:headline.differ');
  const statements = new Set(significant.map(({ statement }) => statement));
  return statements.size === 0
    ? translator.t('reports:headline.alike')
    : translator.t('reports:headline.differOnAspects', { count: statements.size });
};

const valuesOf = (finding: KeyFinding, translator: Translator): TextParameters => {
  switch (finding.kind) {
    case 'highest-aspect':
    case 'lowest-aspect':
      return aspectValues(finding.aspect, translator);
    case 'institutions-differ':
    case 'institutions-differ-on-statement':
    case 'institutions-alike':
      return institutionValues(finding.institutions, translator);
    case 'jobs':
      return jobsValues(finding.jobs, translator);
    case 'coordination':
      return coordinationValues(finding.coordination, translator);
  }
};

const aspectValues = (aspect: AspectFact, translator: Translator): TextParameters => {
  const { mean, statement, agree } = aspect;
  const { format } = translator;
  return {
    statement,
    aspect: nameOf(aspect, translator),
    agree: format.percent(agree.value),
    mean: format.decimal(mean.value),
    low: format.decimal(mean.low ?? mean.value),
    high: format.decimal(mean.high ?? mean.value),
    n: format.integer(agree.n),
  };
};

const institutionValues = (institutions: InstitutionsFact, translator: Translator): TextParameters => {
  const { format } = translator;
  const means = institutions.rated.map(({ name, mean }) =>
    translator.t('reports:findings.mean', { name, mean: format.decimal(mean.value) }),
  );
  const difference = widestDifference(institutions);
  return {
    means: means.join(', '),
    significant: institutions.significant.length,
    comparisons: institutions.comparisons,
    ...(difference && differenceValues(difference, translator)),
  };
};

const differenceValues = ({ statement, lower, higher }: DifferenceFact, translator: Translator): TextParameters => ({
  statement,
  lower: lower.name,
  lowerMean: translator.format.decimal(lower.mean.value),
  higher: higher.name,
  higherMean: translator.format.decimal(higher.mean.value),
});

const jobsValues = ({ created, remaining, durability }: JobsFact, translator: Translator): TextParameters => {
  const { format } = translator;
  const { n } = durability;
  return {
    share: format.percent(durability.value),
    created: format.integer(created),
    remaining: format.integer(remaining),
    respondents: translator.t('reports:findings.respondents', { count: n, n: format.integer(n) }),
    ...shareInterval(durability, format),
  };
};

const coordinationValues = (
  { statement, agree, disagree }: CoordinationFact,
  { format }: Translator,
): TextParameters => ({
  statement,
  agree: format.percent(agree.value),
  disagree: format.percent(disagree),
  n: format.integer(agree.n),
  ...shareInterval(agree, format),
});

/** A noun for the statements of our own questionnaires, the statement itself for any other. */
const nameOf = ({ code, statement }: AspectFact, translator: Translator): string =>
  translator.has(`reports:aspects.${code}`)
    ? translator.t(`reports:aspects.${code}`)
    : translator.t('reports:aspects.other', { statement });

/** `40–55%`: the sign stands once. */
const shareInterval = ({ value, low, high }: Estimate, format: Translator['format']) => ({
  low: format.percent(low ?? value).replace(/\s*%$/, ''),
  high: format.percent(high ?? value),
});

const LOOKS: Readonly<Record<Exclude<Tone, 'neutral'>, { readonly tone: string; readonly icon: string }>> = {
  strength: { tone: 'badge-ok', icon: 'check' },
  weakness: { tone: 'badge-err', icon: 'circle-alert' },
  difference: { tone: 'badge-warn', icon: 'triangle-alert' },
  'to-agree': { tone: 'badge-warn', icon: 'triangle-alert' },
};

const badgeOf = (tone: Tone, translator: Translator): BadgeView | null =>
  tone === 'neutral' ? null : { ...LOOKS[tone], text: translator.t(`reports:findings.badge.${tone}`) };
