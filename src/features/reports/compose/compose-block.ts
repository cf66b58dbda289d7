import { plainText, readRichText, type Block, type EditorBlock } from '../domain';
import type { Composing } from './composing';
import { composeData } from './compose-data';
import { composeFinding } from './compose-finding';
import { drawn, type Drawn } from './drawn';
import { composePart } from './parts';

/** One block of the writer as blocks of the tree. */
export const composeBlock = async (block: EditorBlock, composing: Composing): Promise<Drawn> => {
  switch (block.kind) {
    case 'heading':
      return whereText(block.text, [{ kind: 'heading', level: block.level, text: block.text.trim() }]);
    case 'lead':
    case 'note':
      return whereText(block.text, [{ kind: block.kind, text: plainText(block.text) }]);
    case 'text':
      return drawn(...readRichText(block.text));
    case 'callout':
      return whereText(block.text, [{ kind: 'callout', runs: runsOf(block.text) }]);
    case 'quote':
      return whereText(block.text, [{ kind: 'quote', text: plainText(block.text), source: block.source.trim() }]);
    case 'page-break':
      return drawn({ kind: 'page-break' });
    case 'data':
      return composeData(block, composing);
    case 'finding':
      return composeFinding(block, composing);
    case 'generated':
      return composePart(block.what, composing);
  }
};

/** An empty text leaves no trace. */
const whereText = (text: string, blocks: readonly Block[]): Drawn => (text.trim() === '' ? drawn() : drawn(...blocks));

/** Paragraphs and list items of a call-out run on, a space apart. */
const runsOf = (text: string) =>
  readRichText(text)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.kind === 'list' ? block.items : []))
    .flatMap((runs, at) => (at === 0 ? runs : [{ text: ' ' }, ...runs]));
