import type { Choice, Item, QuestionnaireDefinition } from '../domain';
import { offeringCompleteLanguages, translationsFor } from './translations';

/** Stands in a template where an evaluation lists its own OWES; no valid choice code, so it cannot be published. */
export const OWES_OF_THE_EVALUATION: Choice = { code: '@owes', label: '@owes' };

export interface InstitutionChoice {
  readonly code: string;
  readonly name: string;
}

/** A template made ready for one evaluation: with its OWES, and in each language in which nothing is missing. */
export const materialise = (
  template: QuestionnaireDefinition,
  { owes }: { readonly owes: readonly InstitutionChoice[] },
): QuestionnaireDefinition => {
  const ready = {
    ...template,
    pages: template.pages.map((page) => ({ ...page, items: page.items.map((item) => namingOwes(item, owes)) })),
  };
  return offeringCompleteLanguages(translationsFor(ready, new Set(owes.map(({ name }) => name))));
};

/** The item with the OWES of the evaluation in its list, where it lists them. */
export const namingOwes = (item: Item, owes: readonly InstitutionChoice[]): Item =>
  'choices' in item
    ? {
        ...item,
        choices: item.choices.flatMap((choice): readonly Choice[] =>
          choice.code === OWES_OF_THE_EVALUATION.code
            ? owes.map(({ code, name }) => ({ code, label: name }))
            : [choice],
        ),
      }
    : item;

/** The item as it was before its list named the OWES of an evaluation: what another evaluation can take. */
export const forgettingOwes = (item: Item, owes: readonly InstitutionChoice[]): Item => {
  if (!('choices' in item)) return item;
  const codes = new Set(owes.map(({ code }) => code));
  const first = item.choices.findIndex(({ code }) => codes.has(code));
  return {
    ...item,
    choices: item.choices.flatMap((choice, index): readonly Choice[] => {
      if (!codes.has(choice.code)) return [choice];
      return index === first ? [OWES_OF_THE_EVALUATION] : [];
    }),
  };
};
