import { newId } from '../../../platform/ids';
import type { BlockContent, EditorBlock } from '../domain';
import type { FindingId } from '../../findings';
import type { Addable } from './inputs';

const NOTHING_ASKED = { kind: 'live', dataset: '', rows: [], columns: [], weight: null, filter: [] } as const;

/** A block as it is before anything is written in it. */
export const newBlock = (kind: Addable): EditorBlock => ({ id: newId<'report block'>(), ...contentOf(kind) });

const contentOf = (kind: Addable): BlockContent => {
  switch (kind) {
    case 'heading':
      return { kind, level: 2, text: '' };
    case 'text':
    case 'note':
    case 'callout':
    case 'lead':
      return { kind, text: '' };
    case 'quote':
      return { kind, text: '', source: '' };
    case 'figure':
    case 'table':
      return { kind: 'data', display: kind, source: NOTHING_ASKED, title: '' };
    case 'finding':
      return { kind, finding: '' as FindingId, display: 'both' };
    case 'generated':
      return { kind, what: 'contents' };
    case 'page-break':
      return { kind };
  }
};

/** Those that are filled in on a page of their own. */
export const hasOwnPage = (kind: Addable): boolean => ['figure', 'table', 'finding', 'generated'].includes(kind);
