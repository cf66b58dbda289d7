import { readDay } from '../../questionnaires/domain';
import type { DecisionArea, SphereVerdict } from '../domain';
import { readAreas } from './areas';
import type { DecisionWords } from './decide';
import type { DecisionForm } from './inputs';
import { isInOwnWords } from './own-words';

export type DecisionFault =
  | { readonly field: 'decyzja' | 'spotkanie'; readonly kind: 'missing' }
  | { readonly field: 'powod'; readonly kind: 'missing' | 'long' | 'email' | 'name' | 'own-words' }
  | { readonly field: 'zasieg'; readonly kind: 'missing' | 'unknown' | 'both' }
  | { readonly field: 'od' | 'do'; readonly kind: 'missing' | 'unreadable' | 'order' };

/** What is known where the form is read. */
export interface FormSetting {
  readonly wojewodztwo: string;
  /** Numbers of meetings at which it can have been decided. */
  readonly meetings: readonly number[];
  /** Names of people of the group, which must not stand on the public list. */
  readonly people: readonly string[];
  /** Whether the reason must be written in own words. */
  readonly needsOwnWords: (verdict: SphereVerdict, meetingNumber: number | null) => boolean;
  /** Reason of the decision before; empty: there was none. */
  readonly earlierReason: string;
}

export const LONGEST_REASON = 600;

type Read = { readonly faults: readonly DecisionFault[] } & (
  { readonly words: null } | { readonly words: DecisionWords }
);

/** What was decided, or what must be mended in the form. */
export const readDecisionForm = (form: DecisionForm, setting: FormSetting): Read => {
  const verdict = form.decyzja === '' ? null : form.decyzja;
  const meetingNumber = form.spotkanie === '' ? null : Number(form.spotkanie);
  const area = verdict === 'preferred' ? areaOf(form, setting) : { faults: [], area: null };
  const valid = verdict === null || verdict === 'postponed' ? { faults: [], valid: null } : validityOf(form);
  const isHeld = meetingNumber === null || setting.meetings.includes(meetingNumber);
  const faults: readonly DecisionFault[] = [
    ...(verdict === null ? [{ field: 'decyzja', kind: 'missing' } as const] : []),
    ...reasonFaults(form, setting, { verdict, meetingNumber: isHeld ? meetingNumber : null }),
    ...area.faults,
    ...valid.faults,
    ...(isHeld ? [] : [{ field: 'spotkanie', kind: 'missing' } as const]),
  ];
  if (verdict === null || faults.length > 0) return { faults, words: null };
  return { faults, words: { verdict, reason: form.powod, area: area.area, valid: valid.valid, meetingNumber } };
};

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;

const reasonFaults = (
  { powod }: DecisionForm,
  { people, needsOwnWords, earlierReason }: FormSetting,
  { verdict, meetingNumber }: { readonly verdict: SphereVerdict | null; readonly meetingNumber: number | null },
): readonly DecisionFault[] => {
  const fault = (kind: Extract<DecisionFault, { field: 'powod' }>['kind']) => [{ field: 'powod', kind } as const];
  if (powod === '') return fault('missing');
  if (powod.length > LONGEST_REASON) return fault('long');
  if (EMAIL.test(powod)) return fault('email');
  const lower = powod.toLocaleLowerCase('pl');
  if (people.some((name) => name.includes(' ') && lower.includes(name.toLocaleLowerCase('pl')))) return fault('name');
  const isOwn = verdict === null || !needsOwnWords(verdict, meetingNumber) || isInOwnWords(powod, earlierReason);
  return isOwn ? [] : fault('own-words');
};

const areaOf = (
  { zasieg, obszar }: DecisionForm,
  { wojewodztwo }: FormSetting,
): { readonly faults: readonly DecisionFault[]; readonly area: DecisionArea | null } => {
  const fault = (kind: Extract<DecisionFault, { field: 'zasieg' }>['kind']) => ({
    faults: [{ field: 'zasieg', kind } as const],
    area: null,
  });
  if (zasieg === 'region') return obszar.length > 0 ? fault('both') : { faults: [], area: { kind: 'region' } };
  const { areas, unknown } = readAreas(wojewodztwo, obszar);
  if (unknown.length > 0) return fault('unknown');
  return areas.length === 0 ? fault('missing') : { faults: [], area: { kind: 'areas', areas } };
};

const YEAR = /^(20\d\d)(\s*r\.?)?$/;

/** A year, or a day as people write it: its first day, or its last one. */
const boundary = (text: string, end: '-01-01' | '-12-31'): string | null => {
  const year = YEAR.exec(text)?.[1];
  const day = year === undefined ? readDay(text) : `${year}${end}`;
  return day !== null && day >= '2000' && day < '2100' ? day : null;
};

const validityOf = ({
  od,
  do: until,
}: DecisionForm): { readonly faults: readonly DecisionFault[]; readonly valid: DecisionWords['valid'] } => {
  const [first, last] = [boundary(od, '-01-01'), until === '' ? null : boundary(until, '-12-31')];
  const faults: DecisionFault[] = [];
  if (od === '') faults.push({ field: 'od', kind: 'missing' });
  else if (first === null) faults.push({ field: 'od', kind: 'unreadable' });
  if (until !== '' && last === null) faults.push({ field: 'do', kind: 'unreadable' });
  if (first !== null && last !== null && last < first) faults.push({ field: 'do', kind: 'order' });
  return faults.length > 0 || first === null
    ? { faults, valid: null }
    : { faults, valid: { from: first, until: last } };
};
