import { stancesOf, statusOf, type Addressee, type ImplementationStatus, type Stance } from '../../findings/domain';
import type { RegisterEntry } from './register';

type Asked = Pick<RegisterEntry, 'addressees' | 'reports'>;

const asDecided = ({ addressees, reports }: Asked) => ({
  addressees,
  decisions: reports.map(({ text, ...report }) => ({ ...report, reason: text })),
});

/** Whoever has said nothing yet is to decide: a register holds no drafts. */
const asked = (status: ImplementationStatus): ImplementationStatus => (status === 'draft' ? 'to-decide' : status);

/**
 * What each addressee says now, as for recommendations.
 *
 * @param commissioner code of ROPS; null where the evaluation has none
 */
export const entryStances = (entry: Asked, commissioner: string | null): readonly Stance[] =>
  stancesOf(asDecided(entry), commissioner).map((stance) => ({ ...stance, status: asked(stance.status) }));

/** The state of the whole: undecided while one addressee is, or while they disagree. */
export const entryStatus = (entry: Asked, commissioner: string | null): ImplementationStatus =>
  asked(statusOf(asDecided(entry), commissioner));

/** An institution that looks at the register. */
export interface Viewer {
  readonly own: string;
  readonly commissioner: string | null;
  /** How other addressees are named to it. */
  readonly others: string;
}

/** The entry as one of its addressees may see it: what the institution itself, ROPS and the evaluators said. */
export const seenByInstitution = (entry: RegisterEntry, { own, commissioner, others }: Viewer): RegisterEntry => {
  const mine = entry.addressees.filter((one) => one.kind === 'institution' && one.code === own);
  const rest: readonly Addressee[] = mine.length < entry.addressees.length ? [{ kind: 'other', name: others }] : [];
  const heard = [null, own, commissioner];
  const stance = entryStances(entry, commissioner).find(({ institution }) => institution === own);
  return {
    ...entry,
    addressees: [...mine, ...rest],
    reports: entry.reports.filter(({ institution }) => heard.includes(institution)),
    status: stance?.status ?? entry.status,
    statusReason: stance?.decision?.reason ?? '',
  };
};
