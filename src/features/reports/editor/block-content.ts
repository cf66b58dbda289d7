import { tableAt } from '../../analysis';
import type { FindingId } from '../../findings/domain';
import type { BlockContent, EditorBlock, LiveSource } from '../domain';
import { fingerprint, normalLine } from '../domain/edit';
import { conditionOf, withCondition } from './conditions';
import { askedOf } from './freeze-blocks';
import type { BlockInput } from './inputs';
import { stepOf } from './posted-chapter';
import type { DataBlock } from './read-material';
import { faultOf, LONGEST_LINE, typedContent } from './typed-block';

export type MadeContent =
  | { readonly kind: 'content'; readonly content: BlockContent }
  /** What the form cannot be, in words under `fault.<name>`. */
  | {
      readonly kind: 'fault';
      readonly name: 'too-long' | 'address' | 'other-evaluation';
      readonly details: Readonly<Record<string, unknown>>;
    };

const MOST_CONDITIONS = 6;
const MOST_NAMES = 60;

/** What the form of a block's own page makes of it. */
export const blockContent = (input: BlockInput, block: EditorBlock, evaluationId: string): MadeContent => {
  switch (block.kind) {
    case 'data':
      return dataContent(input, block, evaluationId);
    case 'finding': {
      const display = input.pokaz ?? block.display;
      return { kind: 'content', content: { kind: 'finding', finding: input.wynik as FindingId, display } };
    }
    case 'generated':
      return { kind: 'content', content: { kind: 'generated', what: input.czesc ?? block.what } };
    case 'page-break':
      return { kind: 'content', content: { kind: 'page-break' } };
    case 'heading':
    case 'lead':
    case 'text':
    case 'note':
    case 'callout':
    case 'quote': {
      const { tekst: text, poziom: level, zrodlo: source } = input;
      const content = typedContent(input.rodzaj ?? block.kind, { text, level, source });
      const fault = faultOf(content);
      return fault === null ? { kind: 'content', content } : { kind: 'fault', name: 'too-long', details: { ...fault } };
    }
  }
};

const dataContent = (input: BlockInput, block: DataBlock, evaluationId: string): MadeContent => {
  const title = normalLine(input.tytul);
  if (title.length > LONGEST_LINE)
    return { kind: 'fault', name: 'too-long', details: { longest: LONGEST_LINE, length: title.length } };
  const display = input.pokaz === undefined || input.pokaz === 'text' ? block.display : input.pokaz;
  const { act, subject } = stepOf(input.akcja);
  const addressed = act === 'wez' ? (input.adres.trim() === '' ? input.widok : input.adres.trim()) : '';
  const asked = addressed === '' ? askedInForm(input, block, act, subject) : askedAt(addressed, evaluationId);
  if ('name' in asked) return { kind: 'fault', ...asked };
  return { kind: 'content', content: { kind: 'data', display, title, source: sourceOf(asked, block) } };
};

/** What is asked as before stays frozen; another question is live again. */
const sourceOf = (asked: LiveSource, block: DataBlock): DataBlock['source'] => {
  const as = (source: LiveSource) =>
    fingerprint({ kind: 'data', display: 'both', title: '', source: { kind: 'live', ...source } });
  return as(asked) === as(askedOf(block)) ? block.source : { kind: 'live', ...asked };
};

const askedInForm = (input: BlockInput, block: DataBlock, act: string, subject: string): LiveSource => {
  const rows = input.wiersze.slice(0, MOST_NAMES);
  const columns = input.kolumny.slice(0, MOST_NAMES);
  const merges = askedOf(block).merges?.filter(({ variable }) => [...rows, ...columns].includes(variable)) ?? [];
  const conditions = input.filtr.flatMap((text) => conditionOf(text) ?? []);
  const kept = act === 'bez-filtra' ? conditions.filter((_, index) => String(index) !== subject) : conditions;
  const filter =
    act === 'filtr' && input.zmienna !== '' && input.kod.length > 0
      ? withCondition(kept, { variable: input.zmienna, codes: input.kod })
      : kept;
  return {
    dataset: input.zbior,
    rows,
    columns,
    weight: input.waga === '' ? null : input.waga,
    filter: filter.slice(0, MOST_CONDITIONS),
    ...(merges.length === 0 ? {} : { merges }),
  };
};

type Refused = Pick<Extract<MadeContent, { kind: 'fault' }>, 'name' | 'details'>;

/** An address of the tables page as somebody copied it, or what stands after its question mark. */
const askedAt = (address: string, evaluationId: string): LiveSource | Refused => {
  const [path, query] = address.includes('?') ? splitAt(address, '?') : ['', address];
  const study = /\/badania\/([^/]+)\//.exec(path)?.[1];
  if (study !== undefined && decoded(study) !== evaluationId) return { name: 'other-evaluation', details: {} };
  const found = tableAt(query.split('#')[0] ?? '');
  if (found === undefined) return { name: 'address', details: {} };
  const { rows, columns, weight, filter, merges } = found.request;
  return { dataset: found.dataset, rows, columns, weight, filter, ...(merges === undefined ? {} : { merges }) };
};

const splitAt = (text: string, sign: string): readonly [string, string] => {
  const at = text.indexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
