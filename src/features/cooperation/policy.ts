import type { Actor } from '../accounts';
import { reportsFor } from '../findings';
import { addressedInstitutions, type ImplementationStatus } from '../findings/domain';
import type { RegisterEntry } from './domain';

/** Everybody who evaluates or commissions sees all; a coordinator what the own institution was asked. */
export const maySee = (actor: Actor, entry: Pick<RegisterEntry, 'addressees'>): boolean =>
  actor.role !== 'coordinator' || addressedInstitutions(entry).includes(actor.institution);

/** What the person may report; empty: nothing. */
export const statusesFor = (
  actor: Actor,
  entry: Pick<RegisterEntry, 'addressees' | 'status'>,
): readonly ImplementationStatus[] => reportsFor(actor, entry);

const WITHOUT_WORDS: readonly ImplementationStatus[] = ['accepted', 'to-decide'];

/** A refusal without a reason helps nobody, and a report without words says nothing. */
export const needsText = (status: ImplementationStatus): boolean => !WITHOUT_WORDS.includes(status);
