/** What is filled in while the questionnaire is asked, `${K2}`, each once and in the order of the text. */
export const placeholdersOf = (text: string): readonly string[] => [...new Set(text.match(/\$\{[^{}]*\}/g) ?? [])];

export interface PlaceholderFaults {
  /** In the Polish text but not in the translation. */
  readonly lost: readonly string[];
  /** In the translation but not in the Polish text. */
  readonly foreign: readonly string[];
}

export const placeholderFaults = (polish: string, translation: string): PlaceholderFaults => {
  const wanted = placeholdersOf(polish);
  const found = placeholdersOf(translation);
  return {
    lost: wanted.filter((placeholder) => !found.includes(placeholder)),
    foreign: found.filter((placeholder) => !wanted.includes(placeholder)),
  };
};
