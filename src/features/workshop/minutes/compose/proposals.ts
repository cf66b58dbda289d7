import type { Block } from '../../../reports';
import type { NamedBallot, StandingProposal } from '../../domain';
import { paragraph, type Composing } from './composing';
import { NOTHING, roundText, voteColumns, votesIn } from './voting';

const LONGEST_COMMENT = 200;

/** 3. Proposals, how the group voted, what it made of them and why. */
export const proposalsPart = (composing: Composing): readonly Block[] => {
  const { proposals, rounds } = composing.record;
  const { t } = composing.translator;
  if (proposals.length === 0) return [paragraph(t('minutes:proposals.none'))];
  const numberOf = new Map(proposals.map(({ id, number }) => [id as string, number]));
  return [
    ...(rounds.length === 0 ? [paragraph(t('minutes:proposals.no-voting'))] : []),
    ...rounds.flatMap((round) =>
      roundText(round, 'proposals', composing, (option) => String(numberOf.get(option) ?? NOTHING)),
    ),
    tableOf(composing),
    ...namedPart(composing, numberOf),
    ...mergedPart(composing),
    ...commentsPart(composing),
  ];
};

const tableOf = (composing: Composing): Block => {
  const { proposals, rounds } = composing.record;
  const { t } = composing.translator;
  const last = rounds.at(-1);
  const votesOf = ({ id }: StandingProposal): number => (last === undefined ? 0 : (votesIn(last, id) ?? -1));
  return {
    kind: 'table',
    asCards: true,
    caption: t('minutes:proposals.list'),
    columns: [
      { label: t('minutes:proposals.text'), align: 'left', weight: 3 },
      { label: t('minutes:proposals.by'), align: 'left', weight: 1 },
      { label: t('minutes:proposals.about'), align: 'left', weight: 1 },
      ...voteColumns(rounds, 'proposals', composing.translator),
      { label: t('minutes:proposals.outcome'), align: 'left', weight: 2 },
    ],
    rows: proposals
      .toSorted((one, other) => votesOf(other) - votesOf(one) || one.number - other.number)
      .map((proposal) => ({ cells: rowOf(proposal, composing) })),
  };
};

const rowOf = (proposal: StandingProposal, { record, translator }: Composing): readonly string[] => {
  const { t, format } = translator;
  const conclusion = record.meeting.frozen.find((one) => one.conclusion === proposal.conclusion);
  const outcome = record.outcomes.get(proposal.id);
  return [
    `${proposal.number}. ${proposal.text}`,
    proposal.institution ?? t('minutes:proposals.unnamed'),
    [
      ...(conclusion === undefined ? [] : [t('minutes:conclusions.code', { number: conclusion.number })]),
      t(`minutes:area.${proposal.dimension}`),
    ].join(', '),
    ...record.rounds.map((round) => {
      const votes = votesIn(round, proposal.id);
      return votes === null ? NOTHING : format.integer(votes);
    }),
    outcome === undefined ? NOTHING : `${t(`minutes:proposals.outcomes.${outcome.kind}`)}. ${outcome.reason}`,
  ];
};

/** Under a bold line, a list; nothing where it would be empty. */
const listed = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'paragraph', runs: [{ text: title, bold: true }] },
        { kind: 'list', ordered: false, items: items.map((text) => [{ text }]) },
      ];

const namedPart = (
  { record: { named, rounds }, translator: { t } }: Composing,
  numberOf: ReadonlyMap<string, number>,
): readonly Block[] =>
  rounds.flatMap(({ number }) => {
    const title = rounds.length === 1 ? t('minutes:proposals.named') : t('minutes:proposals.named-in', { number });
    const ballots = named.filter(({ round }) => round === number);
    return listed(
      title,
      ballots.map((ballot) => namedLine(ballot, numberOf, t)),
    );
  });

const namedLine = (
  { name, institution, choices }: NamedBallot,
  numberOf: ReadonlyMap<string, number>,
  t: Composing['translator']['t'],
): string => {
  const numbers = choices.flatMap((choice) => numberOf.get(choice) ?? []).toSorted((one, other) => one - other);
  return numbers.length === 0
    ? t('minutes:proposals.named-none', { name, institution })
    : t('minutes:proposals.named-line', { name, institution, count: numbers.length, numbers: numbers.join(', ') });
};

const mergedPart = ({ record: { proposals }, translator: { t } }: Composing): readonly Block[] =>
  listed(
    t('minutes:proposals.merged'),
    proposals.flatMap((proposal) =>
      proposal.standsFor.map(({ number, text, institution }) =>
        t('minutes:proposals.merged-line', {
          number,
          text,
          institution: institution ?? t('minutes:proposals.unnamed'),
          into: proposal.number,
        }),
      ),
    ),
  );

const commentsPart = ({ record: { proposals }, translator: { t } }: Composing): readonly Block[] =>
  listed(
    t('minutes:proposals.comments'),
    proposals
      .flatMap((proposal) => [proposal, ...proposal.standsFor])
      .flatMap(({ number, comments }) =>
        comments.map(({ text, institution }) =>
          t('minutes:proposals.comment-line', { number, text: short(text), institution }),
        ),
      ),
  );

const short = (text: string): string =>
  text.length <= LONGEST_COMMENT ? text : `${text.slice(0, LONGEST_COMMENT - 1).trimEnd()}…`;
