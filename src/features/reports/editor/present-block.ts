import type { Translator } from '../../../platform/i18n';
import type { BlockId, EditorBlock } from '../domain';
import { isEmptyBlock } from '../domain';
import { fingerprint } from '../domain/edit';
import { blockAddress } from './addresses';
import { iconOf, kindName } from './block-names';
import type { EditorMaterial } from './present-editor';
import { presentData, type DataView } from './present-data';
import { presentFindingBlock, type FindingView } from './present-finding-block';
import { isTyped, type TypedContent, type TypedKind } from './typed-block';

export interface BlockView {
  readonly id: BlockId;
  readonly number: number;
  readonly name: string;
  readonly icon: string;
  readonly address: string;
  readonly isCurrent: boolean;
  /** Id of what has the keyboard when the page opens; null: not here. */
  readonly focus: 'text' | 'up' | 'down' | null;
  /** As the person sees it: posted back with every change. */
  readonly seen: string;
  readonly typed: TypedView | null;
  readonly data: DataView | null;
  readonly finding: FindingView | null;
  /** What a block without text of its own says of itself. */
  readonly about: string | null;
  readonly isEmpty: boolean;
  readonly fault: string | null;
}

export interface TypedView {
  readonly kind: TypedKind;
  readonly text: string;
  /** Of a heading. */
  readonly levels: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
  /** Of a quote; null for others. */
  readonly source: string | null;
  readonly rows: number;
}

export interface BlockContext extends EditorMaterial {
  readonly number: number;
  readonly isCurrent: boolean;
}

export const presentBlock = (block: EditorBlock, context: BlockContext, translator: Translator): BlockView => {
  const { t } = translator;
  const typed = context.typed?.find(({ id }) => id === block.id);
  const fault = context.faults?.get(block.id);
  const content = typed?.content ?? (isTyped(block) ? block : null);
  return {
    id: block.id,
    number: context.number,
    name: kindName(block, t),
    icon: iconOf(block),
    address: blockAddress(context.report, block.id),
    isCurrent: context.isCurrent,
    focus: context.isCurrent ? focusOf(context) : null,
    seen: typed?.seen ?? fingerprint(block),
    typed: content === null ? null : presentTyped(content, translator),
    data: block.kind === 'data' ? presentData(block, context, translator) : null,
    finding: block.kind === 'finding' ? presentFindingBlock(block, context, translator) : null,
    about: block.kind === 'generated' || block.kind === 'page-break' ? t(`report-editor:about.${block.kind}`) : null,
    isEmpty: isEmptyBlock(block),
    fault: fault === undefined ? null : t('report-editor:fault.too-long', { ...fault }),
  };
};

const focusOf = ({ reason, faults }: EditorMaterial): BlockView['focus'] => {
  if ((faults?.size ?? 0) > 0) return null;
  if (reason === 'gorze') return 'up';
  if (reason === 'dole') return 'down';
  return reason === 'dodaniu' || reason === 'powieleniu' ? 'text' : null;
};

const CHARACTERS_IN_ROW = 70;
const MOST_ROWS = 14;

const presentTyped = (content: TypedContent, { t }: Translator): TypedView => {
  const lines = content.text.split('\n');
  const needed = lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / CHARACTERS_IN_ROW)), 0);
  return {
    kind: content.kind,
    text: content.text,
    levels:
      content.kind === 'heading'
        ? ([1, 2, 3] as const).map((level) => ({
            value: String(level),
            text: t(`report-editor:level.${level}`),
            isChosen: content.level === level,
          }))
        : [],
    source: content.kind === 'quote' ? content.source : null,
    rows: Math.min(MOST_ROWS, Math.max(2, needed)),
  };
};
