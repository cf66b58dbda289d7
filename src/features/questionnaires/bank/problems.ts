import { Problem } from '../../../platform/problems';

export const noSuchEntry = (details: { readonly code: string }): Problem =>
  new Problem('bank.no-such-entry', 'not-found', details);

export const noSuchTemplate = (): Problem => new Problem('bank.no-such-template', 'not-found');

/** The item that was to be saved is not in the questionnaire any more. */
export const noSuchItem = (details: { readonly code: string }): Problem =>
  new Problem('bank.no-such-item', 'not-found', details);

/** Several people saved under one code at the same moment. */
export const entryBusy = (): Problem => new Problem('bank.entry-busy', 'conflict');

/** The item has a code that no bank of another institution could read. */
export const codeUnfit = (details: { readonly code: string }): Problem =>
  new Problem('bank.code-unfit', 'invalid', details);

/** Not a file of bank items: which check it failed. */
export const fileUnreadable = (details: {
  readonly reason: 'none' | 'size' | 'encoding' | 'depth' | 'json' | 'format';
}): Problem => new Problem('bank.file-unreadable', 'invalid', details);
