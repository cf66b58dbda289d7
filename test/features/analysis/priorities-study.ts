import { SCALES, SPHERES } from '../../../src/features/questionnaires/templates';
import type { AnswerSheet, Choice, Item, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import type { Evaluation } from '../../../src/features/evaluations/domain';
import type { Response } from '../../../src/features/responses/domain';
import type { Chapters } from '../../../src/app/compose';
import type { EvaluationId, SubmissionId, VersionId } from '../../../src/platform/ids';
import { seededRandom, type Random } from '../../../src/platform/random';
import { evaluation as base } from './answers';

/* A small evaluation that asks for importance and ratings, an overall rating, and spheres of three groups; from a seed. */

export const STUDY = 'priorytety' as EvaluationId;

/** Aspect, mean importance, mean rating. */
export const ASPECTS = [
  ['Szybkość reakcji', 4.5, 3.2],
  ['Fachowość', 4.6, 4.6],
  ['Bliskość miejsca', 3.4, 4.1],
  ['Indywidualne podejście', 4.1, 4.2],
  ['Prostota formalności', 4.6, 2.9],
  ['Łączenie z partnerami', 3.3, 3.2],
] as const;

const named = (codes: readonly string[]): readonly Choice[] => codes.map((code) => ({ code, label: code }));
const letters = 'abcdefgh';
const battery = (code: string, text: string, scale: 'IMP5' | 'SAT5'): Item => ({
  kind: 'battery',
  code,
  text,
  scale,
  choices: SCALES[scale],
  rows: ASPECTS.map(([label], at) => ({ code: `${code}${letters.charAt(at)}`, text: label })),
});

const spheres = (code: string): Item => ({
  kind: 'ranking',
  code,
  text: 'W których sferach warto tworzyć miejsca pracy?',
  comparisonCode: 'spheres',
  most: 5,
  choices: SPHERES,
});

const definition = (code: string, title: string, items: readonly Item[]): QuestionnaireDefinition => ({
  code,
  version: 1,
  locale: 'pl',
  title,
  lead: '',
  minutes: 5,
  pages: [{ id: 'strona', title: 'Strona', items }],
});

export const CLIENTS = definition('klienci', 'Klienci OWES', [
  { kind: 'single', code: 'K1', text: 'W czyim imieniu?', criterion: 'profil', choices: named(['pes', 'ngo', 'jst']) },
  {
    kind: 'single',
    code: 'K2',
    text: 'Z którym OWES?',
    criterion: 'profil',
    choices: named(['polnoc', 'poludnie', 'zaden']),
  },
  battery('I1', 'Jak ważne są te cechy wsparcia?', 'IMP5'),
  battery('I2', 'Jak są Państwo zadowoleni z tych cech?', 'SAT5'),
  spheres('S1'),
  {
    kind: 'single',
    code: 'Z3',
    text: 'Jak ogólnie oceniają Państwo pracę ośrodka?',
    comparisonCode: 'overall-rating',
    scale: 'QUAL5',
    choices: SCALES.QUAL5,
  },
]);

export const PARTNERS = definition('partnerzy', 'Partnerzy ROPS', [
  {
    kind: 'single',
    code: 'R2',
    text: 'Jaka instytucja?',
    criterion: 'profil',
    choices: named(['urzad-gminy', 'ops', 'owes', 'uczelnia']),
  },
  spheres('R25'),
]);

export const EXPERTS = definition('eksperci', 'Arkusz eksperta', [spheres('S1')]);

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const onScale = (value: number): string => String(Math.min(5, Math.max(1, Math.round(value))));

/** A good mood lifts all ratings, so that the overall one goes with them. */
const ratingsOf = (random: Random): AnswerSheet => {
  const mood = normal(random);
  const ratings = ASPECTS.map(([, , rating], at) => rating + 0.5 * mood + (at === 4 ? 0.9 : 0.6) * normal(random));
  const formalities = ratings[4]! - ASPECTS[4][2];
  const answers: Record<string, AnswerSheet[string]> = {
    Z3: onScale(4 + 0.5 * formalities + 0.3 * mood + 0.4 * normal(random)),
  };
  ASPECTS.forEach(([, importance], at) => {
    const letter = letters.charAt(at);
    answers[`I1${letter}`] = onScale(importance + 0.6 * normal(random));
    answers[`I2${letter}`] = random() < 0.05 ? { missing: 98 } : onScale(ratings[at]!);
  });
  return answers;
};

const LIKED = {
  clients: ['s10', 's07', 's13', 's19', 's11', 's06'],
  governments: ['s07', 's09', 's16', 's08', 's20', 's15'],
  experts: ['s07', 's13', 's09', 's16', 's20', 's08'],
} as const;

/** Mostly the liked ones, mostly in their order. */
const ranked = (random: Random, liked: readonly string[]): readonly string[] =>
  liked
    .map((code, at) => ({ code, at: at + 1.6 * normal(random) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 3 + Math.floor(random() * 3))
    .map(({ code }) => code);

export interface StudyResponse {
  readonly questionnaire: string;
  readonly answers: AnswerSheet;
}

/** 150 clients (12 local governments among them), 45 partners, so many experts. */
export const studyResponses = (experts = 14): readonly StudyResponse[] => {
  const random = seededRandom(91);
  const times = (count: number, make: (at: number) => StudyResponse): readonly StudyResponse[] =>
    Array.from({ length: count }, (_, at) => make(at));
  return [
    ...times(150, (at) => ({
      questionnaire: CLIENTS.code,
      answers: {
        K1: at % 13 === 0 ? 'jst' : at % 2 === 0 ? 'pes' : 'ngo',
        K2: at % 5 < 3 ? 'polnoc' : at === 4 || at === 9 || at === 14 ? 'zaden' : 'poludnie',
        S1: ranked(random, at % 13 === 0 ? LIKED.governments : LIKED.clients),
        ...ratingsOf(random),
      },
    })),
    ...times(45, (at) => ({
      questionnaire: PARTNERS.code,
      answers: {
        R2: ['urzad-gminy', 'ops', 'urzad-gminy', 'owes', 'uczelnia'][at % 5]!,
        R25: ranked(random, LIKED.governments),
      },
    })),
    ...times(experts, () => ({ questionnaire: EXPERTS.code, answers: { S1: ranked(random, LIKED.experts) } })),
  ];
};

export const studyEvaluation: Evaluation = { ...base, id: STUDY, title: 'Priorytety', shortTitle: 'Priorytety' };

/** Publishes the questionnaires and takes the responses in, as if they had come by the web. */
export const createStudy = async (
  { questionnaires, responses, evaluations }: Chapters,
  taken: readonly StudyResponse[] = studyResponses(),
): Promise<EvaluationId> => {
  const versions = new Map<string, VersionId>();
  for (const one of [CLIENTS, PARTNERS, EXPERTS])
    versions.set(one.code, (await questionnaires.publishVersion(STUDY, one)).id);
  await responses.importResponses(
    taken.map(({ questionnaire, answers }, at): Response => ({
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}` as SubmissionId,
      evaluationId: STUDY,
      versionId: versions.get(questionnaire)!,
      questionnaireCode: questionnaire,
      mode: 'cawi',
      status: 'complete',
      answers,
      receivedOn: '2026-11-18',
      receiptNumber: `STUD-${String(at).padStart(4, '0')}`,
    })),
  );
  await evaluations.createEvaluation(studyEvaluation);
  return STUDY;
};
