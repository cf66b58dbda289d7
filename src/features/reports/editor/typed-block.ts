import { normalContent } from '../domain/edit';
import type { BlockContent, BlockId, EditorBlock } from '../domain';

/** Blocks that are typed right on the page of a chapter. */
export const TYPED_KINDS = ['heading', 'lead', 'text', 'note', 'callout', 'quote'] as const;
export type TypedKind = (typeof TYPED_KINDS)[number];
export type TypedContent = Extract<BlockContent, { kind: TypedKind }>;

export const LONGEST_TEXT = 10_000;
export const LONGEST_LINE = 300;

/** What a form said of one block. */
export interface TypedBlock {
  readonly id: BlockId;
  /** Fingerprint of the block as the person saw it. */
  readonly seen: string;
  readonly content: TypedContent;
}

export const isTyped = (block: EditorBlock): block is EditorBlock & TypedContent =>
  (TYPED_KINDS as readonly string[]).includes(block.kind);

export const typedContent = (
  kind: TypedKind,
  { text, level, source }: { readonly text: string; readonly level: string; readonly source: string },
): TypedContent => {
  switch (kind) {
    case 'heading':
      return normalContent({ kind, level: level === '1' ? 1 : level === '3' ? 3 : 2, text });
    case 'quote':
      return normalContent({ kind, text, source });
    case 'lead':
    case 'text':
    case 'note':
    case 'callout':
      return normalContent({ kind, text });
  }
};

export interface TypedFault {
  readonly longest: number;
  readonly length: number;
}

/** Null where the text may be saved. */
export const faultOf = (content: TypedContent): TypedFault | null => {
  const longest = content.kind === 'heading' ? LONGEST_LINE : LONGEST_TEXT;
  const lengths = content.kind === 'quote' ? [content.text.length, content.source.length] : [content.text.length];
  const [length = 0, source = 0] = lengths;
  if (length > longest) return { longest, length };
  return source > LONGEST_LINE ? { longest: LONGEST_LINE, length: source } : null;
};
