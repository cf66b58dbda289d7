import type { Draft, Drafts } from '../drafts';
import type { QuestionnaireDefinition } from '../domain';
import { draftChanged, nothingToTake } from './problems';
import type { ImportStore, QuestionnaireImport } from './store';

export interface ApplyNeeds {
  readonly store: ImportStore;
  readonly drafts: Drafts;
}

const definitionOf = ({ definition }: QuestionnaireImport): QuestionnaireDefinition => {
  if (definition === null) throw nothingToTake();
  return definition;
};

/**
 * Puts what was read in the place of the draft; code and number of the version stay. The draft before it is kept with the
 * import.
 *
 * @throws Problem `interchange.draft-changed` when somebody changed the draft after the report was shown
 */
export const replaceDraft =
  ({ store, drafts }: ApplyNeeds) =>
  async (reading: QuestionnaireImport, revision: number, by: string): Promise<Draft> => {
    const definition = definitionOf(reading);
    const key = { evaluationId: reading.evaluationId, code: reading.code ?? '' };
    const before = await drafts.readDraft(key);
    const changed = await drafts.changeDraft(key, by, (draft) => {
      if (draft.revision !== revision) throw draftChanged();
      const { code, version } = draft.definition;
      return { definition: { ...definition, code, version }, state: draft.state };
    });
    await store.keepPrevious(reading.id, before.definition);
    return changed;
  };

/**
 * Begins a questionnaire with what was read.
 *
 * @throws Problem `questionnaires.code-taken`
 */
export const beginQuestionnaire =
  ({ store, drafts }: ApplyNeeds) =>
  async (
    reading: QuestionnaireImport,
    named: { readonly code: string; readonly title: string },
    by: string,
  ): Promise<Draft> => {
    const definition = definitionOf(reading);
    const draft = await drafts.createDraft(reading.evaluationId, by, {
      ...definition,
      code: named.code,
      title: named.title === '' ? definition.title : named.title,
    });
    await store.remove(reading.id);
    return draft;
  };
