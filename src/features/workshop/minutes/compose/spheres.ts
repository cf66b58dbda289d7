import { bordaMean } from '../../../../statistics';
import type { Block } from '../../../reports';
import { MOST_RANKED, type SphereDecision, type VotingRound } from '../../domain';
import { paragraph, type Composing } from './composing';
import { NOTHING, roundText, voteColumns, votesIn } from './voting';

/** 4. Key development spheres: what was chosen in the meeting, what experts say, what was decided and why. */
export const spheresPart = (composing: Composing): readonly Block[] => {
  const { meeting, sphereRounds, decisions } = composing.record;
  const { t } = composing.translator;
  const labels = labelsOf(composing);
  const experts = expertsPart(composing, labels);
  if (sphereRounds.length === 0 && decisions.length === 0 && experts.length === 0)
    return [paragraph(t('minutes:spheres.none'))];
  return [
    ...(sphereRounds.length === 0 ? [paragraph(t('minutes:spheres.no-choice'))] : []),
    ...sphereRounds.flatMap((round) => roundText(round, 'spheres', composing, (code) => labels.get(code) ?? code)),
    ...(sphereRounds.length > 0 || decisions.length > 0 ? [tableOf(composing, labels)] : []),
    ...(meeting.sphereOptions.some(({ clients }) => clients !== null) ? [clientsNote(composing)] : []),
    ...unchosenPart(composing, labels),
    ...experts,
  ];
};

const labelsOf = ({ record: { meeting, decisions } }: Composing): ReadonlyMap<string, string> =>
  new Map([
    ...decisions.map(({ sphere, label }) => [sphere, label] as const),
    ...meeting.sphereOptions.map(({ code, label }) => [code, label] as const),
  ]);

/** By votes in the last round, then those that were only decided on. */
const tableOf = (composing: Composing, labels: ReadonlyMap<string, string>): Block => {
  const { sphereRounds, decisions, meeting } = composing.record;
  const { t, format } = composing.translator;
  const chosen = sphereRounds.slice(-1).flatMap(chosenIn);
  const all = [...new Set([...chosen, ...sphereRounds.flatMap(chosenIn), ...decisions.map(({ sphere }) => sphere)])];
  const hasClients = meeting.sphereOptions.some(({ clients }) => clients !== null);
  return {
    kind: 'table',
    asCards: true,
    caption: t('minutes:spheres.list'),
    columns: [
      { label: t('minutes:spheres.sphere'), align: 'left', weight: 3 },
      ...voteColumns(sphereRounds, 'spheres', composing.translator),
      ...(hasClients ? [{ label: t('minutes:spheres.clients'), align: 'right' as const }] : []),
      { label: t('minutes:spheres.decision'), align: 'left', weight: 1.5 },
      { label: t('minutes:spheres.reason'), align: 'left', weight: 2 },
      { label: t('minutes:spheres.area'), align: 'left', weight: 2 },
    ],
    rows: all.map((code) => {
      const decision = decisions.find(({ sphere }) => sphere === code);
      const clients = meeting.sphereOptions.find((option) => option.code === code)?.clients ?? null;
      return {
        cells: [
          labels.get(code) ?? code,
          ...sphereRounds.map((round) => {
            const votes = votesIn(round, code);
            return votes === null ? NOTHING : format.integer(votes);
          }),
          ...(hasClients ? [clients === null ? NOTHING : format.percent(clients.share)] : []),
          decision === undefined ? NOTHING : t(`minutes:spheres.verdicts.${decision.verdict}`),
          decision?.reason ?? NOTHING,
          decision === undefined ? NOTHING : placeAndTime(decision, composing),
        ],
      };
    }),
  };
};

/** Options that somebody chose, most votes first. */
const chosenIn = ({ result }: Pick<VotingRound, 'result'>): readonly string[] =>
  result.filter(({ votes }) => votes > 0).map(({ option }) => option);

/** The others by name. */
const unchosenPart = (composing: Composing, labels: ReadonlyMap<string, string>): readonly Block[] => {
  const { sphereRounds, decisions } = composing.record;
  const shown = new Set([...sphereRounds.flatMap(chosenIn), ...decisions.map(({ sphere }) => sphere)]);
  const left = [...new Set(sphereRounds.flatMap(({ result }) => result.map(({ option }) => option)))].filter(
    (code) => !shown.has(code),
  );
  const names = left.map((code) => labels.get(code) ?? code).join('; ');
  return left.length === 0 ? [] : [paragraph(composing.translator.t('minutes:spheres.unchosen', { names }))];
};

const placeAndTime = ({ area, valid }: SphereDecision, { translator: { t, format } }: Composing): string => {
  const place =
    area === null
      ? null
      : area.kind === 'region'
        ? t('minutes:spheres.region')
        : area.areas.map(({ name }) => name).join(', ');
  const time =
    valid === null
      ? null
      : valid.until === null
        ? t('minutes:spheres.from', { day: format.shortDay(valid.from) })
        : t('minutes:spheres.from-to', { day: format.shortDay(valid.from), until: format.shortDay(valid.until) });
  return [place, time].filter((part) => part !== null).join('; ') || NOTHING;
};

const clientsNote = ({ record: { meeting }, translator: { t, format } }: Composing): Block => {
  const n = Math.max(...meeting.sphereOptions.flatMap(({ clients }) => (clients === null ? [] : [clients.n])));
  return { kind: 'note', text: t('minutes:spheres.clients-note', { n: format.integer(n) }) };
};

/** The order of experts by mean Borda points, as clients' and partners' orders are counted; none of a group too small to be shown. */
const expertsPart = (composing: Composing, labels: ReadonlyMap<string, string>): readonly Block[] => {
  const { sheets, evaluation } = composing.record;
  const { t, format } = composing.translator;
  const rankings = sheets.map(({ ranking }) => ranking).filter((ranking) => ranking.length > 0);
  const n = rankings.length;
  if (n === 0) return [];
  if (n < evaluation.smallestGroup)
    return [paragraph(t('minutes:spheres.experts-few', { count: evaluation.smallestGroup }))];
  const points = [...new Set(rankings.flat())]
    .map((code) => {
      const places = Array.from(
        { length: MOST_RANKED },
        (_, place) => rankings.filter((ranking) => ranking[place] === code).length,
      );
      return { code, points: bordaMean(places, n) ?? 0 };
    })
    .toSorted((one, other) => other.points - one.points);
  return [
    {
      kind: 'table',
      caption: t('minutes:spheres.experts'),
      columns: [
        { label: t('minutes:spheres.sphere'), align: 'left', weight: 1 },
        { label: t('minutes:spheres.points'), align: 'right' },
      ],
      rows: points.map((one) => ({ cells: [labels.get(one.code) ?? one.code, format.decimal(one.points)] })),
      note: t('minutes:spheres.experts-note', { n: format.integer(n), most: MOST_RANKED }),
    },
  ];
};
