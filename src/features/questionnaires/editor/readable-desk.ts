import type { Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { mayWrite } from '../policy';
import type { Desk } from '../open-desk';
import { notReadable } from './problems';

/** Coordinators read what concerns their institution; directors read all. */
export const concerns = (actor: Actor, { institutions }: Evaluation): boolean =>
  actor.role !== 'coordinator' || institutions.some(({ code }) => code === actor.institution);

/**
 * What a person may read: those who write see the draft, the others what waits for their remarks or is published.
 *
 * @throws Problem `editor.not-readable`
 */
export const readableDesk = (actor: Actor, desk: Desk): Desk => {
  if (mayWrite(actor)) return desk;
  if (!concerns(actor, desk.evaluation)) throw notReadable();
  if (desk.draft.state === 'in-review') return desk;
  const [latest] = desk.versions;
  if (latest === undefined) throw notReadable();
  const definition = { ...latest.definition, version: desk.draft.definition.version };
  return { ...desk, draft: { ...desk.draft, definition } };
};
