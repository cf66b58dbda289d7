import type { Column, RankingColumn } from '../columns/column';
import type { Dataset } from '../dataset';
import { PROFILE, type SphereQuestion } from './find-questions';

/** `partners`: when local governments among them cannot be told from the others without showing a few. */
export type SphereGroup = 'clients' | 'local-governments' | 'other-partners' | 'partners' | 'experts';

/** `meeting`: sheets that experts filled in at a meeting, not answers to a questionnaire. */
export type RankersOrigin = 'survey' | 'meeting';

export interface Rankers {
  readonly group: SphereGroup;
  readonly origin: RankersOrigin;
  /** Questions that its members were asked. */
  readonly questions: readonly SphereQuestion[];
  /** Places of those who ranked anything, in the columns. */
  readonly members: Uint32Array;
  /** Came to the question and ranked nothing. */
  readonly silent: number;
}

/** Local governments and their units (domain 2.3, filter of R18). */
const LOCAL_GOVERNMENTS: ReadonlySet<string> = new Set(['urzad-gminy', 'starostwo', 'ops', 'pcpr', 'pup']);
const CLIENT_LOCAL_GOVERNMENT: ReadonlySet<string> = new Set(['jst']);

const NOT_REACHED = 95;
const NOT_ASKED = 96;

/** All spheres in one column: questionnaires share their codes. Null while nobody could rank. */
export const rankingOf = (
  dataset: Pick<Dataset, 'column'>,
  questions: readonly SphereQuestion[],
): RankingColumn | null => {
  if (questions.length === 0) return null;
  const column = dataset.column(questions.map(({ questionnaire, field }) => ({ questionnaire, field })));
  return column.kind === 'ranking' ? column : null;
};

/**
 * Who ranked the spheres, by who they are: clients, local governments (among clients and partners alike), other partners,
 * experts. A questionnaire is not divided where one part would have fewer than `smallestGroup` rankers: with the whole
 * questionnaire, which other pages show, they would be known by subtraction.
 */
export const groupRankers = (
  dataset: Pick<Dataset, 'column'>,
  questions: readonly SphereQuestion[],
  smallestGroup: number,
): readonly Rankers[] => {
  const parts = questions.flatMap((question) => divide(dataset, question, smallestGroup));
  const groups: readonly SphereGroup[] = ['clients', 'local-governments', 'partners', 'other-partners', 'experts'];
  return groups.flatMap((group) => {
    const own = parts.filter((part) => part.group === group);
    if (own.length === 0) return [];
    return [
      {
        group,
        origin: 'survey' as const,
        questions: own.map(({ question }) => question),
        members: Uint32Array.from(own.flatMap(({ rankers }) => rankers)),
        silent: own.reduce((sum, { silent }) => sum + silent, 0),
      },
    ];
  });
};

interface Part {
  readonly group: SphereGroup;
  readonly question: SphereQuestion;
  readonly rankers: readonly number[];
  readonly silent: number;
}

const divide = (dataset: Pick<Dataset, 'column'>, question: SphereQuestion, smallestGroup: number): readonly Part[] => {
  const { states } = dataset.column([question]);
  const isGovernment = governmentsOf(dataset, question);
  const [governments, others] = [partOf(states, isGovernment), partOf(states, (at) => !isGovernment(at))];
  const isSmall = ({ rankers }: Pick<Part, 'rankers'>): boolean => rankers.length > 0 && rankers.length < smallestGroup;
  const [whole, rest] = GROUPS[question.audience];
  if (isSmall(governments) || isSmall(others) || question.audience === 'experts')
    return [{ group: whole, question, ...partOf(states, () => true) }];
  return [
    { group: rest, question, ...others },
    { group: 'local-governments' as const, question, ...governments },
  ].filter(({ rankers, silent, group }) => rankers.length + silent > 0 || group === whole);
};

/** Of each audience: all of them, and those who are no local government. */
const GROUPS = {
  clients: ['clients', 'clients'],
  partners: ['partners', 'other-partners'],
  experts: ['experts', 'experts'],
} as const satisfies Record<SphereQuestion['audience'], readonly [SphereGroup, SphereGroup]>;

const partOf = (states: Uint8Array, isIn: (at: number) => boolean) => {
  const rankers: number[] = [];
  let silent = 0;
  states.forEach((state, at) => {
    if (state === NOT_ASKED || state === NOT_REACHED || !isIn(at)) return;
    if (state === 0) rankers.push(at);
    else silent += 1;
  });
  return { rankers, silent };
};

const governmentsOf = (dataset: Pick<Dataset, 'column'>, { questionnaire, audience }: SphereQuestion) => {
  if (audience === 'experts') return () => false;
  const [field, codes] =
    audience === 'clients'
      ? ([PROFILE.client, CLIENT_LOCAL_GOVERNMENT] as const)
      : ([PROFILE.partner, LOCAL_GOVERNMENTS] as const);
  return isOneOf(dataset.column([{ questionnaire, field }]), codes);
};

const isOneOf = (column: Column, codes: ReadonlySet<string>) => {
  if (column.kind !== 'coded') return () => false;
  const { values, states, choices } = column;
  return (at: number): boolean => states[at] === 0 && codes.has(choices[values[at] ?? 0]?.code ?? '');
};
