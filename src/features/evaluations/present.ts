import { addDays } from '../../platform/clock';
import type { Translator } from '../../platform/i18n';
import { fieldworkStage, type EvaluatedInstitution, type Evaluation, type FieldworkStage } from './domain';

/** A questionnaire that anyone with the link may answer. */
export interface OpenLink {
  readonly questionnaireTitle: string;
  /** Full address, ready to be sent. */
  readonly url: string;
  readonly minutes: number;
}

type Texts = Pick<Translator, 't' | 'format'>;

/** An evaluation and what later chapters know of it. */
export interface Standing {
  readonly evaluation: Evaluation;
  readonly completed: number;
  readonly today: string;
}

interface StageStep {
  readonly name: string;
  readonly when: string;
  readonly state: 'done' | 'current' | 'next';
}

export interface EvaluationCard {
  readonly title: string;
  readonly path: string;
  readonly resultsPath: string;
  readonly summaryPath: string;
  readonly completed: string;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly steps: readonly StageStep[];
  /** `19.10`, `30.11` for tiles; the long forms for text. */
  readonly opens: string;
  readonly ends: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closes: string;
  readonly days: string;
  readonly resultState: string;
  readonly isPreliminary: boolean;
  readonly demonstration: boolean;
}

const STATES = {
  planned: { icon: 'calendar', tone: '' },
  running: { icon: 'radio', tone: 'badge-brand' },
  ended: { icon: 'check', tone: 'badge-ok' },
} as const;

/** Days before the end from which the list reminds of it. */
const REMIND_DAYS = 14;

export const presentCard = ({ evaluation, completed, today }: Standing, { t, format }: Texts): EvaluationCard => {
  const stage = fieldworkStage(evaluation, today);
  const path = `/badania/${evaluation.id}`;
  return {
    title: evaluation.title,
    path,
    resultsPath: `${path}/wyniki`,
    summaryPath: `${path}/raporty/streszczenie.pdf`,
    completed: format.integer(completed),
    state: { text: t(`evaluations:state.${stage.kind}`), ...STATES[stage.kind] },
    steps: presentSteps(evaluation, stage, { t, format }),
    opens: dayAndMonth(evaluation.opensOn, { format }),
    ends: dayAndMonth(evaluation.closesOn, { format }),
    opensOn: format.day(evaluation.opensOn),
    closesOn: format.day(evaluation.closesOn),
    closes: presentClosing(stage, { t }),
    days: presentDays(stage, { t }),
    resultState: t(`evaluations:resultState.${evaluation.resultState}`),
    isPreliminary: evaluation.resultState === 'preliminary',
    demonstration: evaluation.demonstration,
  };
};

/** `30.11`: the first five characters of a short date, in Polish and English alike. */
const dayAndMonth = (day: string, { format }: Pick<Texts, 'format'>): string => format.shortDay(day).slice(0, 5);

const presentSteps = (evaluation: Evaluation, stage: FieldworkStage, { t, format }: Texts): readonly StageStep[] => {
  const isFinal = evaluation.resultState === 'final';
  const stateOf = (isDone: boolean, isCurrent: boolean): StageStep['state'] => {
    if (isDone) return 'done';
    return isCurrent ? 'current' : 'next';
  };
  return [
    {
      name: t('evaluations:steps.preparation'),
      when: t('evaluations:steps.until', { day: format.dayOfMonth(addDays(evaluation.opensOn, -1)) }),
      state: stateOf(stage.kind !== 'planned', true),
    },
    {
      name: t('evaluations:steps.fieldwork'),
      when: presentDays(stage, { t }),
      state: stateOf(stage.kind === 'ended', stage.kind === 'running'),
    },
    {
      name: t('evaluations:steps.results'),
      when: t(`evaluations:steps.${evaluation.resultState}`),
      state: stateOf(isFinal, stage.kind === 'ended'),
    },
  ];
};

const presentDays = (stage: FieldworkStage, { t }: Pick<Texts, 't'>): string =>
  stage.kind === 'running'
    ? t('evaluations:days.running', { day: stage.day, days: stage.days })
    : t('evaluations:days.all', { count: stage.days });

const presentClosing = (stage: FieldworkStage, { t }: Pick<Texts, 't'>): string => {
  switch (stage.kind) {
    case 'planned':
      return t('evaluations:closing.planned', { count: stage.daysToStart });
    case 'running':
      return stage.daysLeft === 0
        ? t('evaluations:closing.today')
        : t('evaluations:closing.running', { count: stage.daysLeft });
    case 'ended':
      return t('evaluations:closing.ended', { count: stage.daysSince });
  }
};

export interface Reminder {
  readonly title: string;
  readonly text: string;
  readonly path: string;
}

/** What needs somebody's attention, soonest first. */
export const presentReminders = (standings: readonly Standing[], { t, format }: Texts): readonly Reminder[] =>
  standings.flatMap(({ evaluation, completed, today }) => {
    const stage = fieldworkStage(evaluation, today);
    if (stage.kind !== 'running' || stage.daysLeft > REMIND_DAYS) return [];
    return [
      {
        title:
          stage.daysLeft === 0
            ? t('evaluations:reminder.today')
            : t('evaluations:reminder.soon', { count: stage.daysLeft }),
        text: t('evaluations:reminder.text', {
          study: evaluation.shortTitle,
          count: completed,
          n: format.integer(completed),
        }),
        path: `/badania/${evaluation.id}`,
      },
    ];
  });

export interface InstitutionRow {
  readonly name: string;
  readonly shortName: string;
  readonly series: EvaluatedInstitution['series'];
  readonly area: string;
}

const presentInstitutions = ({ institutions }: Evaluation, { t }: Pick<Texts, 't'>): readonly InstitutionRow[] =>
  institutions.map(({ name, shortName, series, powiats }) => ({
    name,
    shortName,
    series,
    area:
      powiats.length === 0 ? t('evaluations:area.region') : t('evaluations:area.powiats', { count: powiats.length }),
  }));

/** Studies in progress and finished ones, naming only what there is. */
export const presentCount = (standings: readonly Standing[], { t }: Pick<Texts, 't'>): string => {
  const ended = standings.filter(({ evaluation, today }) => fieldworkStage(evaluation, today).kind === 'ended').length;
  const counts = [
    { key: 'evaluations:list.running', count: standings.length - ended },
    { key: 'evaluations:list.ended', count: ended },
  ];
  return counts
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => t(key, { count }))
    .join(', ');
};

/** What the overview says beside the card. */
export const presentOverview = (standing: Standing, links: readonly OpenLink[], translator: Texts) => {
  const { t, format } = translator;
  const { evaluation, completed, today } = standing;
  const hasEnded = fieldworkStage(evaluation, today).kind === 'ended';
  return {
    card: presentCard(standing, translator),
    commissioner: evaluation.commissioner,
    regionName: evaluation.regionName,
    smallest: t('evaluations:figures.people', { count: evaluation.smallestGroup }),
    preliminary: {
      title: t('evaluations:overview.preliminary.title', { count: completed, n: format.integer(completed) }),
      text: t(`evaluations:overview.preliminary.${hasEnded ? 'ended' : 'text'}`, {
        day: format.day(evaluation.closesOn),
      }),
    },
    institutions: presentInstitutions(evaluation, translator),
    links: links.map(({ questionnaireTitle, url, minutes }) => ({
      title: questionnaireTitle,
      url,
      // Where a long address may be broken.
      parts: url.split(/(?<=[^/]\/)/),
      time: t('evaluations:overview.questionnaires.minutes', { count: minutes }),
    })),
  };
};
