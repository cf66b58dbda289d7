import { tellsContact } from '../analysis/domain';
import type { EvidenceId, NoteEvidence } from './domain';
import type { NoteForm } from './inputs';
import { cleanLine, cleanText } from './read-words';

export interface NoteFault {
  readonly field: 'zrodlo' | 'dzien' | 'notatka';
  readonly kind: 'missing' | 'too-long' | 'no-day' | 'contact';
}

export const LONGEST_NOTE = { zrodlo: 200, dzien: 10, notatka: 5_000 } as const;

/** A note as it is kept, and what must be mended first. */
export const readNote = (form: NoteForm): { readonly note: NoteEvidence; readonly faults: readonly NoteFault[] } => {
  const source = cleanLine(form.zrodlo);
  const text = cleanText(form.notatka);
  const day = cleanLine(form.dzien);
  const isoDay = day === '' ? null : dayIn(day);
  const faults: NoteFault[] = [];
  for (const [field, value] of [
    ['zrodlo', source],
    ['notatka', text],
  ] as const) {
    if (value === '') faults.push({ field, kind: 'missing' });
    else if (value.length > LONGEST_NOTE[field]) faults.push({ field, kind: 'too-long' });
    else if (tellsContact(value)) faults.push({ field, kind: 'contact' });
  }
  if (isoDay === undefined) faults.push({ field: 'dzien', kind: 'no-day' });
  const id = form.zgloszenie as EvidenceId;
  return { note: { kind: 'note', id, method: form.metoda, text, source, day: isoDay ?? null }, faults };
};

/** `18.11.2026` or `2026-11-18` as a calendar day; undefined where it is none. */
const dayIn = (text: string): string | undefined => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text) ?? [];
  const iso = day === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso)) return undefined;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
};
