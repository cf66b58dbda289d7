import { faultsIn, type DefinitionFaultKind, type Item } from '../domain';
import { type BankEntry } from '../domain/bank';
import { codesIn, isFieldCode } from '../domain/edit';
import { cleanEntry } from './clean-entry';
import { entriesInFile, readEntry } from './inputs';
import { fileUnreadable } from './problems';

export type FileLine =
  | { readonly kind: 'entry'; readonly entry: BankEntry; readonly isCleaned: boolean }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly reason: RefusedReason;
      readonly places: readonly string[];
    };

export type RefusedReason = 'shape' | 'code' | 'faults' | 'twice' | 'other-wording';

const LARGEST_FILE_BYTES = 2_000_000;
const DEEPEST = 16;

/**
 * Reads a file of bank items that a stranger may have made: every entry by itself, texts as plain text.
 *
 * @throws Problem `bank.file-unreadable` when it is no file of bank items at all
 */
export const readBankFile = (bytes: Buffer): readonly FileLine[] => {
  const entries = entriesInFile(parsed(bytes));
  if (entries === null) throw fileUnreadable({ reason: 'format' });
  const seen = new Set<string>();
  return entries.map((value) => {
    const line = readLine(value);
    if (line.kind === 'refused') return line;
    const { code } = line.entry;
    if (seen.has(code)) return { kind: 'refused', code, reason: 'twice', places: [] };
    seen.add(code);
    return line;
  });
};

const parsed = (bytes: Buffer): unknown => {
  if (bytes.length > LARGEST_FILE_BYTES) throw fileUnreadable({ reason: 'size' });
  const text = decoded(bytes);
  if (depthOf(text) > DEEPEST) throw fileUnreadable({ reason: 'depth' });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw fileUnreadable({ reason: 'json' });
  }
};

const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileUnreadable({ reason: 'encoding' });
  }
};

/** How deep brackets nest, texts left aside: known before anything is built from them. */
const depthOf = (text: string): number => {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, (depth += 1));
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
};

const readLine = (value: unknown): FileLine => {
  const reading = readEntry(value);
  if (reading.kind === 'refused') return refused(codeIn(value), 'shape', reading.places);
  const { value: entry, changed } = cleanEntry(reading.entry);
  const unfit = [entry.code, ...codesIn(entry.item)].filter((code) => !isFieldCode(code));
  if (unfit.length > 0)
    return refused(
      codeIn(entry),
      'code',
      unfit.map((code) => code.slice(0, 40)),
    );
  const faults = faultsOf(entry.item);
  if (faults.length > 0) return refused(entry.code, 'faults', faults);
  return { kind: 'entry', entry, isCleaned: changed };
};

const refused = (code: string, reason: RefusedReason, places: readonly string[]): FileLine => ({
  kind: 'refused',
  code,
  reason,
  places: places.slice(0, 5),
});

const codeIn = (value: unknown): string =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  isFieldCode(value.code)
    ? value.code
    : '?';

/** An item of a bank may look at items that are not beside it, and list the OWES of an evaluation yet to come. */
const ELSEWHERE: ReadonlySet<DefinitionFaultKind> = new Set<DefinitionFaultKind>([
  'reference-unknown',
  'reference-later',
  'no-such-choice',
  'bound',
  'text-reference',
  'repeat-over',
]);

const faultsOf = (item: Item): readonly string[] =>
  faultsIn({
    code: 'bank',
    version: 1,
    locale: 'pl',
    title: 'Bank',
    lead: 'Bank',
    minutes: 1,
    pages: [{ id: 'bank', title: 'Bank', items: [withoutPlaceholder(item)] }],
  })
    .map(({ kind }) => kind)
    .filter((kind) => !ELSEWHERE.has(kind));

const withoutPlaceholder = (item: Item): Item =>
  'choices' in item
    ? {
        ...item,
        choices: item.choices.map((choice) => (choice.code === '@owes' ? { ...choice, code: 'owes' } : choice)),
      }
    : item;
