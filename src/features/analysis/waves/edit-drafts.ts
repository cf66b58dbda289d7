import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock';
import type { UploadedFile } from '../../../platform/http';
import { newId, type EvaluationId } from '../../../platform/ids';
import { UNKNOWN_FIELDWORK } from '../domain/changes';
import { NO_CHOICES, type WaveChoices } from '../domain/waves';
import type { KeptFile, WaveAbout, WaveDraft, WaveDraftId } from './draft';
import type { DraftStore } from './drafts-store';
import { draftChanged, draftNotFound, tooManyDrafts } from './problems';
import { readCodebookFile } from './read-codebook-file';
import { readDataFile } from './read-data-file';

export interface DraftNeeds {
  readonly drafts: DraftStore;
  readonly clock: Clock;
}

/** Drafts of one evaluation that are kept at a time. */
const MOST_DRAFTS = 20;

interface Files {
  readonly data: UploadedFile;
  readonly codebook: UploadedFile | undefined;
}

/**
 * Keeps two files as a draft, once both can be read.
 *
 * @throws Problem `spreadsheet.*` · `waves.*`
 */
export const beginDraft =
  ({ drafts, clock }: DraftNeeds) =>
  async (evaluationId: EvaluationId, by: string, { data, codebook }: Files): Promise<WaveDraftId> => {
    if ((await drafts.allOf(evaluationId)).length >= MOST_DRAFTS) throw tooManyDrafts({ most: MOST_DRAFTS });
    await readDataFile(data.bytes);
    const about = await aboutOf(data, codebook);
    const id = newId<'wave draft'>();
    await drafts.add({
      id,
      evaluationId,
      data: kept(data),
      codebook: codebook === undefined ? null : kept(codebook),
      choices: NO_CHOICES,
      about,
      revision: 1,
      changedBy: by,
      changedAt: clock.now(),
    });
    return id;
  };

/**
 * Puts another file in the place of one; choices that name columns are kept, because the columns are mostly the same.
 *
 * @throws Problem `waves.draft-not-found` · `waves.draft-changed` · `spreadsheet.*`
 */
export const changeFiles =
  (needs: DraftNeeds) =>
  async (draft: WaveDraft, by: string, { data, codebook }: Partial<Files>): Promise<void> => {
    if (data !== undefined) await readDataFile(data.bytes);
    if (codebook !== undefined) await readCodebookFile(codebook.bytes, stem(codebook.name));
    await save(needs, draft, by, {
      ...(data === undefined ? {} : { data: kept(data) }),
      ...(codebook === undefined ? {} : { codebook: kept(codebook) }),
    });
  };

/** @throws Problem `waves.draft-changed` */
export const saveChoices =
  (needs: DraftNeeds) =>
  async (
    draft: WaveDraft,
    by: string,
    changes: { readonly choices?: WaveChoices; readonly about?: WaveAbout },
  ): Promise<void> =>
    save(needs, draft, by, changes);

const save = async (
  { drafts, clock }: DraftNeeds,
  draft: WaveDraft,
  by: string,
  changes: Partial<WaveDraft>,
): Promise<void> => {
  const revision = draft.revision + 1;
  const next = { ...draft, ...changes, revision, changedBy: by, changedAt: clock.now() };
  if (!(await drafts.replace(next, draft.revision))) throw draftChanged();
};

/**
 * @param revision that the sender saw; absent: whichever there is
 * @throws Problem `waves.draft-not-found` · `waves.draft-changed`
 */
export const findDraft =
  ({ drafts }: DraftNeeds) =>
  async (evaluationId: EvaluationId, id: string, revision?: number): Promise<WaveDraft> => {
    const draft = await drafts.find(evaluationId, id);
    if (draft === undefined) throw draftNotFound();
    if (revision !== undefined && revision !== draft.revision) throw draftChanged();
    return draft;
  };

const kept = ({ name, bytes }: UploadedFile): KeptFile => ({
  name: name.slice(0, 200),
  bytes,
  hash: createHash('sha256').update(bytes).digest('hex'),
});

/** Title and code as the codebook has them, else after the file. */
const aboutOf = async (data: UploadedFile, codebook: UploadedFile | undefined): Promise<WaveAbout> => {
  const name = stem(data.name);
  const read = codebook && (await readCodebookFile(codebook.bytes, name)).codebook;
  return {
    title: (read?.title ?? name).slice(0, 300),
    code: codeOf(read?.dataset ?? name),
    source: (read?.source ?? '').slice(0, 1_000),
    fieldwork: UNKNOWN_FIELDWORK,
  };
};

const stem = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '').trim() || 'fala';

/** Addresses hold it: small letters, digits, hyphens and underscores. */
const codeOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'fala';
