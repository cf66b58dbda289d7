import MarkdownIt from 'markdown-it';
import { plainLines } from './plain-lines';
import type { Block, Run } from './report-tree';

type Token = MarkdownIt.Token;
type Look = Pick<Run, 'bold' | 'italic' | 'href'>;
type RichBlock = Extract<Block, { kind: 'paragraph' | 'list' }>;

const SAFE_ADDRESS = /^(?:https?:\/\/[^/\s]|mailto:[^\s@]+@)/i;

/** `^[what is printed at the foot of the page]`, right after the word it belongs to. */
const footnote = (state: MarkdownIt.StateInline, silent: boolean): boolean => {
  if (!state.src.startsWith('^[', state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  const content = state.src.slice(state.pos + 2, end).trim();
  if (content === '') return false;
  if (!silent) state.push('footnote', '', 0).content = content;
  state.pos = end + 1;
  return true;
};

const parser = new MarkdownIt('zero', { html: false, linkify: false }).enable([
  'newline',
  'escape',
  'emphasis',
  'link',
  'list',
  'balance_pairs',
]);
parser.validateLink = (address) => SAFE_ADDRESS.test(address);
parser.inline.ruler.before('link', 'footnote', footnote);

/**
 * Text with simple formatting as blocks of a report: **bold**, *italic*, lists of one level, [links](https://…) to the web
 * and to mail, footnotes ^[…]. Every line is a paragraph of its own. Whatever is none of these stands as it was typed.
 */
export const readRichText = (text: string): readonly Block[] => {
  const blocks: RichBlock[] = [];
  let list: { ordered: boolean; items: (readonly Run[])[] } | undefined;
  let item: Run[] | undefined;
  for (const token of parser.parse(plainLines(text), {})) {
    if (token.type.endsWith('_list_open')) list = { ordered: token.type.startsWith('ordered'), items: [] };
    else if (token.type === 'list_item_open') item = [];
    else if (token.type === 'list_item_close') {
      if (item !== undefined && item.length > 0) list?.items.push(tidied(item));
      item = undefined;
    } else if (token.type.endsWith('_list_close')) {
      if (list !== undefined && list.items.length > 0) blocks.push({ kind: 'list', ...list });
      list = undefined;
    } else if (token.type === 'inline') {
      const lines = linesOf(token.children ?? []);
      if (item === undefined) blocks.push(...lines.map((runs) => ({ kind: 'paragraph' as const, runs })));
      else for (const runs of lines) item.push(...(item.length > 0 ? [{ text: ' ' }] : []), ...runs);
    }
  }
  return blocks;
};

/** The same text without its signs: for outlines and for what a machine reads aloud. */
export const plainText = (text: string): string =>
  readRichText(text)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.kind === 'list' ? block.items : []))
    .map((runs) => runs.map((run) => run.text).join(''))
    .join(' ');

const linesOf = (tokens: readonly Token[]): readonly (readonly Run[])[] => {
  const lines: Run[][] = [[]];
  const look = { strong: 0, em: 0, href: [] as string[] };
  for (const token of tokens) {
    const line = lines[lines.length - 1] ?? [];
    if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([]);
    else if (token.type === 'footnote') addFootnote(line, token.content);
    else if (token.type === 'link_open') look.href.push(String(token.attrGet('href') ?? ''));
    else if (token.type === 'link_close') look.href.pop();
    else if (token.type === 'strong_open' || token.type === 'strong_close') look.strong += token.nesting;
    else if (token.type === 'em_open' || token.type === 'em_close') look.em += token.nesting;
    else if (token.content !== '') line.push({ text: token.content, ...lookOf(look) });
  }
  return lines.map(tidied).filter((line) => line.length > 0);
};

const lookOf = ({ strong, em, href }: { strong: number; em: number; href: readonly string[] }): Look => {
  const address = href.at(-1);
  return {
    ...(strong > 0 && { bold: true }),
    ...(em > 0 && { italic: true }),
    ...(address !== undefined && { href: address }),
  };
};

/** The mark of a footnote stands after the run that it belongs to. */
const addFootnote = (line: Run[], content: string): void => {
  const last = line.pop();
  if (last === undefined || last.footnote !== undefined) {
    if (last !== undefined) line.push(last);
    line.push({ text: '', footnote: content });
  } else line.push({ ...last, footnote: content });
};

/** Neighbours of one look are one run; a line begins and ends without spaces. */
const tidied = (runs: readonly Run[]): readonly Run[] => {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.footnote === undefined && isSameLook(last, run))
      joined[joined.length - 1] = { ...run, text: last.text + run.text };
    else joined.push(run);
  }
  return joined
    .map((run, index) => {
      const text = index === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: index === joined.length - 1 ? text.trimEnd() : text };
    })
    .filter(({ text, footnote: note }) => text !== '' || note !== undefined);
};

const isSameLook = (a: Run, b: Run): boolean => a.bold === b.bold && a.italic === b.italic && a.href === b.href;
