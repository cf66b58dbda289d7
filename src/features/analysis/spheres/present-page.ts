import type { Translator } from '../../../platform/i18n';
import type { DisclosedSpheres, ShownGroup, SphereGroup } from '../domain/spheres';
import { doorOfTable } from '../finding-door';
import { presentAgreement, type AgreementTile } from './present-agreement';
import { presentDifferences } from './present-differences';
import { findingOf } from './present-finding';
import { presentRows, type GroupHead, type SphereRow } from './present-rows';
import { joined } from '../priorities/words';
import type { Spheres } from './read-spheres';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface SpheresView {
  readonly lead: string;
  readonly action: string;
  readonly questionnaires: readonly Option[];
  readonly files: readonly { readonly text: string; readonly address: string }[];
  readonly notices: readonly string[];
  readonly empty: { readonly title: string; readonly text: string } | null;
  readonly ranking: RankingView | null;
  /** Of each questionnaire the table of its ranking: several are several pieces of evidence. */
  readonly doors: readonly { readonly title: string; readonly href: string }[];
}

interface RankingView {
  readonly title: string;
  readonly sub: string;
  readonly foot: readonly string[];
  readonly most: number;
  readonly heads: readonly GroupHead[];
  readonly rows: readonly SphereRow[];
  readonly agreement: readonly AgreementTile[];
  readonly differences: readonly string[];
}

export const presentSpheres = (read: Spheres, translator: Translator): SpheresView => {
  const { t } = translator;
  const { evaluation, questions, questionnaire, spheres } = read;
  const path = `/badania/${evaluation.id}/sfery`;
  const seen = spheres?.groups.some(({ level }) => level === 'counts' || level === 'estimates') === true;
  return {
    lead: t('spheres:lead', { count: spheres?.spheres.filter(({ isOther }) => !isOther).length ?? 0 }),
    action: path,
    questionnaires: [
      { value: '', text: t('spheres:form.all'), isChosen: questionnaire === null },
      ...questions.map(({ questionnaire: code, title }) => ({
        value: code,
        text: title,
        isChosen: code === questionnaire,
      })),
    ],
    files: seen
      ? ['xlsx', 'csv', 'json'].map((format) => ({
          text: format.toUpperCase(),
          address: `${path}?${new URLSearchParams([...(questionnaire === null ? [] : [['zbior', questionnaire]]), ['format', format]]).toString()}`,
        }))
      : [],
    notices: spheres === null ? [] : noticesOf(spheres, translator),
    empty: seen ? null : emptyOf(spheres, translator),
    ranking: spheres !== null && seen ? rankingOf(spheres, read, translator) : null,
    doors: questions
      .filter((one) => seen && (questionnaire === null || one.questionnaire === questionnaire))
      .map(({ questionnaire: dataset, field, title }) => ({
        title,
        href: doorOfTable(evaluation.id, { dataset, rows: [field] }),
      })),
  };
};

const emptyOf = (spheres: DisclosedSpheres | null, { t }: Translator) => {
  const name =
    spheres === null ? 'not-asked' : spheres.groups.every(({ level }) => level === 'missing') ? 'no-answers' : 'few';
  return {
    title: t(`spheres:empty.${name}.title`),
    text: t(`spheres:empty.${name}.text`, { smallest: spheres?.smallestGroup ?? 0 }),
  };
};

const noticesOf = ({ groups, smallestGroup }: DisclosedSpheres, { t }: Translator): readonly string[] => {
  const named = (level: ShownGroup['level']): readonly SphereGroup[] =>
    groups.filter((group) => group.level === level).map(({ group }) => group);
  const list = (some: readonly SphereGroup[]): string =>
    some.map((group) => t(`spheres:group.${group}.lower`)).join(', ');
  const [missing, hidden] = [named('missing'), named('hidden')];
  return [
    ...(missing.length === 0 ? [] : [t('spheres:notice.missing', { list: list(missing) })]),
    ...(hidden.length === 0 ? [] : [t('spheres:notice.hidden', { list: list(hidden), smallest: smallestGroup })]),
    ...(named('counts').length === 0 ? [] : [t('spheres:notice.counts', { list: list(named('counts')) })]),
  ];
};

const rankingOf = (spheres: DisclosedSpheres, { dataCut, questions }: Spheres, translator: Translator): RankingView => {
  const { t, format } = translator;
  const { heads, rows, unmentioned } = presentRows(spheres, translator);
  const shown = spheres.groups.filter((group) => group.level === 'estimates');
  return {
    title: findingOf(spheres, translator),
    sub: t('spheres:sub', { most: spheres.most, questions: questionsOf(spheres, translator) }),
    foot: [
      ...(unmentioned.length === 0 ? [] : [t('spheres:foot.nobody', { list: joined(unmentioned, translator) })]),
      ...shown
        .filter(({ silent }) => silent > 0)
        .map(({ group, origin, silent }) =>
          t(origin === 'meeting' ? 'spheres:foot.silentSheets' : 'spheres:foot.silent', {
            group: t(`spheres:group.${group}.name`),
            count: silent,
          }),
        ),
      ...(spheres.groups.some(({ origin }) => origin === 'meeting') ? sheetsNote(questions, translator) : []),
      t('spheres:foot.places'),
      t('spheres:foot.hidden', { smallest: spheres.smallestGroup }),
      ...(shown.some(({ hasSmallBase }) => hasSmallBase) ? [t('spheres:foot.small')] : []),
      t('spheres:foot.cut', { day: dataCut === null ? '–' : format.day(dataCut) }),
    ],
    most: spheres.most,
    heads,
    rows,
    agreement: presentAgreement(spheres, translator),
    differences: presentDifferences(spheres, translator),
  };
};

/** Where the experts come from, and where answers to a questionnaire for experts are. */
const sheetsNote = (questions: Spheres['questions'], { t }: Translator): readonly string[] => [
  t('spheres:foot.sheets'),
  ...(questions.some(({ audience }) => audience === 'experts') ? [t('spheres:foot.sheetsInstead')] : []),
];

const questionsOf = ({ groups }: DisclosedSpheres, { t }: Translator): string => {
  const asked = groups.flatMap(({ questions }) => questions.map(({ field, title }) => `${field} (${title})`));
  const filledIn = groups.some(({ origin }) => origin === 'meeting') ? [t('spheres:sheet')] : [];
  return [...new Set([...asked, ...filledIn])].join(', ');
};
