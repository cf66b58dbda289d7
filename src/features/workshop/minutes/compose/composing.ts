import type { Translator } from '../../../../platform/i18n';
import { readRichText, type Block } from '../../../reports';
import type { MinutesWords } from '../../domain';
import type { MinutesRecord } from '../read-record';

/** What each part of the minutes is made from. */
export interface Composing {
  readonly record: MinutesRecord;
  readonly words: MinutesWords;
  readonly translator: Translator;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

/** `Głosy w dyskusji. ` in bold, then what somebody wrote, with its lists and paragraphs; nothing where nothing was written. */
export const writtenUnder = (name: string, text: string): readonly Block[] => {
  const [first, ...others] = readRichText(text);
  if (first === undefined) return [];
  const head = { text: `${name} `, bold: true as const };
  return first.kind === 'paragraph'
    ? [{ kind: 'paragraph', runs: [head, ...first.runs] }, ...others]
    : [{ kind: 'paragraph', runs: [head] }, first, ...others];
};

/** Sentences in one paragraph; empty ones are left out. */
export const sentences = (...texts: readonly (string | null)[]): readonly Block[] => {
  const said = texts.filter((text) => text !== null && text !== '');
  return said.length === 0 ? [] : [paragraph(said.join(' '))];
};
