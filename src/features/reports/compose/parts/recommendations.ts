import type { Conclusion, Recommendation } from '../../../findings';
import { plainText, type TableBlock } from '../../domain';
import type { Composing } from '../composing';
import { clip, LONGEST } from '../words/clip';
import { drawn, missing, type Drawn } from '../drawn';
import { mentionsOthers } from '../scorecard-guard';
import { addresseesText, dueText } from './recommendation-words';

/** Lp., wniosek, rekomendacja, adresat, termin (domain 4.4). */
export const simpleRecommendations = async (composing: Composing): Promise<Drawn> => {
  const { told: all, conclusionsOf } = await readRecommendations(composing);
  const { t } = composing.translator;
  if (all.length === 0) return missing(t('compose:missing.recommendations'));
  const { kind } = composing.wanted.report;
  const isBrief = kind === 'summary' || kind === 'slides';
  const told = kind === 'summary' ? mostUrgent(all) : all;
  const column = columnIn(composing);
  if (isBrief) return drawn(briefTable(told, composing));
  return drawn({
    kind: 'table',
    caption: t('compose:recommendations.simple'),
    columns: [
      column('number', 0.6),
      column('conclusion', 3),
      column('recommendation', 4),
      column('addressee', 2),
      column('due', 1.5),
    ],
    rows: told.map((one) => ({
      cells: [
        t('compose:recommendations.code', { number: one.number }),
        conclusionsOf(one),
        titleAndText(one),
        addresseesText(one, composing),
        dueText(one, composing),
      ],
    })),
    note: noteOf(composing),
  });
};

/** Under a heading that names it: what is asked of whom by when. */
const briefTable = (told: readonly Recommendation[], composing: Composing): TableBlock => {
  const column = columnIn(composing);
  return {
    kind: 'table',
    columns: [column('number', 0.5), column('recommendation', 5), column('addressee', 2), column('due', 1.5)],
    rows: told.map((one) => ({
      cells: [
        composing.translator.t('compose:recommendations.code', { number: one.number }),
        one.title,
        addresseesText(one, composing),
        dueText(one, composing),
      ],
    })),
  };
};

const MOST_URGENT = 3;

/** By priority, then by date; what nobody ranked comes last. */
const mostUrgent = (all: readonly Recommendation[]): readonly Recommendation[] => {
  const rank = ({ priority, due }: Recommendation): number =>
    (priority === null ? 3 : ['high', 'medium', 'low'].indexOf(priority)) * 100_000 +
    (due === null ? 99_999 : due.year * 4 + due.quarter);
  return all.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_URGENT);
};

/** Every column of domain 4.4, on a page that lies on its side. */
export const extendedRecommendations = async (composing: Composing): Promise<Drawn> => {
  const { told, conclusionsOf } = await readRecommendations(composing);
  const { t } = composing.translator;
  if (told.length === 0) return missing(t('compose:missing.recommendations'));
  return drawn({ kind: 'orientation', orientation: 'landscape' }, extendedTable(told, conclusionsOf, composing), {
    kind: 'orientation',
    orientation: 'portrait',
  });
};

type Worded = (one: Recommendation) => string;

const extendedTable = (told: readonly Recommendation[], conclusionsOf: Worded, composing: Composing): TableBlock => {
  const { t, has } = composing.translator;
  const column = columnIn(composing);
  const word = (group: string, code: string | null): string =>
    code !== null && has(`compose:${group}.${code}`) ? t(`compose:${group}.${code}`) : '–';
  return {
    kind: 'table',
    caption: t('compose:recommendations.extended', { title: composing.evaluation.title }),
    columns: [
      column('number', 0.6),
      column('conclusion', 2.2),
      column('recommendation', 3),
      column('addressee', 1.3),
      column('implementation', 2.6),
      column('due', 1),
      column('class', 1.4),
      column('area', 1.3),
      column('priority', 1),
      column('status', 1.8),
    ],
    rows: told.map((one) => ({
      cells: [
        t('compose:recommendations.code', { number: one.number }),
        conclusionsOf(one),
        titleAndText(one),
        addresseesText(one, composing),
        orDash(plainText(one.implementation)),
        dueText(one, composing),
        [word('class', one.recommendationClass), word('subclass', one.subclass)].join(' / '),
        orDash(one.area),
        word('priority', one.priority),
        one.statusReason === '' ? word('status', one.status) : `${word('status', one.status)}: ${one.statusReason}`,
      ].map((text) => clip(text, LONGEST.cell)),
    })),
    note: noteOf(composing),
  };
};

const columnIn =
  ({ translator: { t } }: Composing) =>
  (name: string, weight: number) =>
    ({ label: t(`compose:recommendations.column.${name}`), align: 'left', weight }) as const;

const orDash = (text: string): string => (text.trim() === '' ? '–' : text);

const titleAndText = ({ title, text }: Recommendation): string => {
  const rest = plainText(text);
  const asked = /[.!?…]$/.test(title) ? title : `${title}.`;
  return clip(rest === '' ? title : `${asked} ${rest}`, LONGEST.cell);
};

const noteOf = ({ translator, overview }: Composing): string =>
  translator.t('compose:recommendations.note', { day: translator.format.day(overview.dataCut) });

/** On a scorecard only what is asked of its institution, and in words that name no other. */
const readRecommendations = async (composing: Composing) => {
  const { material, wanted, translator } = composing;
  const { institution } = wanted.report;
  const all = await material.recommendations();
  const told =
    institution === null
      ? all
      : all.filter(
          ({ addressees, title, text }) =>
            addressees.some((one) => one.kind === 'institution' && one.code === institution) &&
            !mentionsOthers(`${title} ${text}`, composing),
        );
  const conclusions = new Map((await material.conclusions()).map((one) => [one.id, one]));
  const conclusionsOf: Worded = (recommendation) => {
    const texts = recommendation.conclusions
      .flatMap((id) => conclusions.get(id) ?? [])
      .map(({ number, title }: Conclusion) => translator.t('compose:conclusions.title', { number, title }))
      .filter((text) => !mentionsOthers(text, composing));
    return orDash(clip(texts.join('; '), LONGEST.cell));
  };
  return { told, conclusionsOf };
};
