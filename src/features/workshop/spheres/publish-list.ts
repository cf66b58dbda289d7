import { createHash } from 'node:crypto';
import { dayOf } from '../../../platform/clock';
import type { Evaluation } from '../../evaluations';
import {
  compareLists,
  currentDecisions,
  groupOf,
  listedOf,
  type ListedSphere,
  type SphereDecision,
  type SphereList,
  type SphereListId,
} from '../domain';
import type { DeskNeeds } from '../needs';
import { listChanged, noList, noVersion, nothingToPublish } from './problems';
import type { SphereDecisionStore } from './store';

interface Needs extends Pick<DeskNeeds, 'clock'> {
  readonly store: SphereDecisionStore;
}

export interface WantedList {
  /** Made by the page, so that a form sent twice publishes once. */
  readonly id: SphereListId;
  /** What the page of confirmation showed: `stampOf`. */
  readonly stamp: string;
  readonly meetingNumber: number | null;
}

const ORDER = { preferred: 0, postponed: 1, 'not-preferred': 2 } as const;

/** What would be published of these decisions: preferred first, each kind in the order of first decisions. */
export const listOf = (decisions: readonly SphereDecision[]): readonly ListedSphere[] =>
  currentDecisions(decisions)
    .map(listedOf)
    .toSorted((one, other) => ORDER[one.verdict] - ORDER[other.verdict]);

/** Tells whether anything was decided or published since a page was drawn. */
export const stampOf = (decisions: readonly SphereDecision[], newest: SphereList | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([newest?.number ?? 0, currentDecisions(decisions).map(({ id }) => id)]))
    .digest('base64url');

/** The list as it stands this moment. */
export const readStamp =
  ({ store }: Pick<Needs, 'store'>) =>
  async (evaluation: Evaluation): Promise<string> => {
    const code = groupOf(evaluation);
    return stampOf(await store.ofList(code), await store.findList(code));
  };

/**
 * The list as it stands now becomes a version that nobody changes any more.
 *
 * @throws Problem `sphere-decisions.list-changed` · `sphere-decisions.nothing-to-publish`
 */
export const publishList =
  ({ clock, store }: Needs) =>
  async (evaluation: Evaluation, { id, stamp, meetingNumber }: WantedList, by: string): Promise<SphereList> => {
    const code = groupOf(evaluation);
    const [decisions, newest, known] = [
      await store.ofList(code),
      await store.findList(code),
      await store.findListById(id),
    ];
    if (known !== undefined) return known;
    if (stampOf(decisions, newest) !== stamp) throw listChanged();
    const spheres = listOf(decisions);
    if (compareLists(newest?.spheres ?? [], spheres).length === 0) throw nothingToPublish();
    const at = clock.now();
    const list: SphereList = {
      id,
      code,
      groupId: groupOf(evaluation),
      evaluationId: evaluation.id,
      number: (newest?.number ?? 0) + 1,
      day: dayOf(at),
      meetingNumber,
      institution: evaluation.commissioner,
      regionName: evaluation.regionName,
      demonstration: evaluation.demonstration,
      spheres,
      by,
      at,
    };
    if (await store.addList(list)) return list;
    const mine = await store.findListById(id);
    if (mine === undefined) throw listChanged();
    return mine;
  };

export interface OpenedList {
  readonly list: SphereList;
  /** All versions, newest first. */
  readonly versions: readonly SphereList[];
}

/**
 * A version of a public list, the newest one without a number.
 *
 * @throws Problem `sphere-decisions.no-list` · `sphere-decisions.no-version`
 */
export const openList =
  ({ store }: Pick<Needs, 'store'>) =>
  async (code: string, number?: string): Promise<OpenedList> => {
    const versions = await store.listsOf(code);
    const [newest] = versions;
    if (newest === undefined) throw noList();
    if (number === undefined) return { list: newest, versions };
    const list = versions.find((one) => String(one.number) === number);
    if (list === undefined) throw noVersion({ number: number.slice(0, 10) });
    return { list, versions };
  };
