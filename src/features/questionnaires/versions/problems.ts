import { Problem } from '../../../platform/problems';

interface Place {
  /** Address of the page on which a person sees what there is now. */
  readonly home: string;
}

/** Somebody saved or published after this person had read what was to be published. */
export const changedMeanwhile = (details: Place): Problem =>
  new Problem('versions.changed-meanwhile', 'conflict', { ...details });

export const nothingChanged = (details: Place & { readonly version: number }): Problem =>
  new Problem('versions.nothing-changed', 'conflict', { ...details });

/** The check before launch found errors; the publication page lists them. */
export const draftFaulty = (details: Place & { readonly count: number }): Problem =>
  new Problem('versions.draft-faulty', 'conflict', { ...details });

/** Only the newest version takes respondents: an earlier one can be neither closed nor opened. */
export const notCurrent = (details: Place & { readonly version: number }): Problem =>
  new Problem('versions.not-current', 'conflict', { ...details });

export const noSuchVersion = (details: Place & { readonly version: number }): Problem =>
  new Problem('versions.no-such-version', 'not-found', { ...details });

export const noSuchPage = (details: Place): Problem =>
  new Problem('versions.no-such-page', 'not-found', { ...details });
