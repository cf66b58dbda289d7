import type { Choice, Item, QuestionnaireDefinition } from '../domain';

/** Stands in a template where an evaluation lists its own OWES; no valid choice code, so it cannot be published. */
export const OWES_OF_THE_EVALUATION: Choice = { code: '@owes', label: '@owes' };

export interface InstitutionChoice {
  readonly code: string;
  readonly name: string;
}

/** A template made ready for one evaluation. */
export const materialise = (
  template: QuestionnaireDefinition,
  { owes }: { readonly owes: readonly InstitutionChoice[] },
): QuestionnaireDefinition => {
  const names = owes.map(({ code, name }): Choice => ({ code, label: name }));
  return {
    ...template,
    pages: template.pages.map((page) => ({ ...page, items: page.items.map((item) => withNames(item, names)) })),
  };
};

const withNames = (item: Item, names: readonly Choice[]): Item =>
  'choices' in item
    ? {
        ...item,
        choices: item.choices.flatMap((choice) => (choice.code === OWES_OF_THE_EVALUATION.code ? names : [choice])),
      }
    : item;
