import { addDays } from '../../../platform/clock';
import type { TextParameters } from '../../../platform/i18n';
import type { VoiceForm } from './inputs';

/** Signs that texts may have. */
export const LONGEST = {
  discussion: 4_000,
  remarks: 4_000,
  next: 300,
  written: 140,
  changes: 1_000,
  remark: 4_000,
  answer: 600,
} as const;
const FURTHEST_DAYS = 366;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a field, as a sentence of `minutes:fault`. */
export interface Fault {
  readonly field: string;
  readonly name: string;
  readonly details: TextParameters;
}

export const tooLong = (field: string, text: string, most: number, name = ''): readonly Fault[] =>
  text.length <= most ? [] : [{ field, name: 'too-long', details: { name, count: text.length, most } }];

export const untilFaults = (day: string, today: string): readonly Fault[] => {
  const isDay = DAY.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day;
  if (!isDay) return [{ field: 'do', name: 'until-missing', details: {} }];
  return day > today && day <= addDays(today, FURTHEST_DAYS) ? [] : [{ field: 'do', name: 'until-past', details: {} }];
};

/**
 * A remark needs words; whoever approves must not leave words behind that would be lost.
 *
 * @param written the remark that is stored already
 */
export const voiceFaults = ({ glos, uwaga }: VoiceForm, written: string, name: string): readonly Fault[] => {
  if (glos === 'zatwierdzam')
    return uwaga === '' || uwaga === written ? [] : [{ field: 'uwaga', name: 'words-left', details: {} }];
  return uwaga === ''
    ? [{ field: 'uwaga', name: 'remark-missing', details: {} }]
    : tooLong('uwaga', uwaga, LONGEST.remark, name);
};
