import { TEXT_LIMITS } from '../domain';
import { emailIn } from './inputs';

/** A person as a line says: `Jan Mróz; OWES Północ; jan@owes.example; bez głosu`. */
export interface LinePerson {
  readonly name: string;
  readonly institution: string;
  readonly email: string | null;
  readonly mayVote: boolean;
}

export type LineFaultKind = 'no-institution' | 'too-long' | 'email' | 'unknown' | 'twice-said';

export interface LineFault {
  /** From 1. */
  readonly line: number;
  readonly kind: LineFaultKind;
  /** What cannot be read, as far as it fits on a page. */
  readonly said: string;
}

const WITHOUT_VOTE = new Set(['bez głosu', 'bez glosu', 'bez prawa głosu', 'no vote', 'nie']);
const WITH_VOTE = new Set(['z głosem', 'z glosem', 'z prawem głosu', 'vote', 'tak']);
const MOST_SHOWN = 60;

/** The same line is the same person. */
export const readLines = (
  text: string,
): { readonly people: readonly LinePerson[]; readonly faults: readonly LineFault[] } => {
  const people = new Map<string, LinePerson>();
  const faults: LineFault[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.replaceAll(/[;\s]/g, '') === '') return;
    const read = readPerson(line);
    if ('kind' in read) faults.push({ line: at + 1, ...read });
    else people.set(`${read.name};${read.institution}`, read);
  });
  return { people: [...people.values()], faults };
};

const readPerson = (line: string): LinePerson | Omit<LineFault, 'line'> => {
  const [name = '', institution = '', ...rest] = partsOf(line);
  const fault = (kind: LineFaultKind, said: string) => ({ kind, said: said.slice(0, MOST_SHOWN) });
  if (name === '' || institution === '') return fault('no-institution', line.trim());
  if (name.length > TEXT_LIMITS.name) return fault('too-long', name);
  if (institution.length > TEXT_LIMITS.institution) return fault('too-long', institution);
  let [email, mayVote]: [string | null, boolean | null] = [null, null];
  for (const part of rest.filter((one) => one !== '')) {
    const right = rightIn(part);
    if (right !== null) {
      if (mayVote !== null) return fault('twice-said', part);
      mayVote = right;
    } else if (part.includes('@')) {
      if (email !== null) return fault('twice-said', part);
      const address = emailIn(part);
      if (address === undefined) return fault('email', part);
      email = address;
    } else return fault('unknown', part);
  }
  return { name, institution, email, mayVote: mayVote ?? true };
};

/** Divided by semicolons, or by tabs as cells of a spreadsheet are. */
const partsOf = (line: string): readonly string[] =>
  line.split(line.includes(';') ? ';' : '\t').map((part) => part.trim().replaceAll(/\s+/g, ' '));

const rightIn = (part: string): boolean | null => {
  const said = part.toLocaleLowerCase('pl');
  if (WITHOUT_VOTE.has(said)) return false;
  return WITH_VOTE.has(said) ? true : null;
};

/** The person as a line that can be read again. */
export const lineOf = ({ name, institution, email, mayVote }: LinePerson, withoutVote: string): string =>
  [name, institution, ...(email === null ? [] : [email]), ...(mayVote ? [] : [withoutVote])].join('; ');
