import { fingerprint, fingerprintOfTitle, type Edit, type ReportContents } from '../domain/edit';

/**
 * State of what an edit would overwrite or take away; empty where it adds or orders only. A block that is gone counts as
 * another state.
 */
export const stateBefore = ({ title, blocks }: ReportContents, edit: Edit): string => {
  const stateOf = (id: string): string => {
    const block = blocks.find((one) => one.id === id);
    return block === undefined ? 'gone' : fingerprint(block);
  };
  switch (edit.kind) {
    case 'change':
      return edit.changes.map(({ id }) => stateOf(id)).join(' ');
    case 'remove':
      return edit.ids.map(stateOf).join(' ');
    case 'rename':
      return fingerprintOfTitle(title);
    case 'add':
    case 'move':
    case 'put-back':
    case 'reorder':
      return '';
  }
};
