import { fill, type Texts } from './texts';

/** "Pozostało 915 znaków z 1000." below each open question. */
export const countCharacters = (form: HTMLFormElement, texts: Texts): void => {
  const plural = new Intl.PluralRules(document.documentElement.lang);
  for (const area of form.querySelectorAll<HTMLTextAreaElement>('textarea[data-longest]')) {
    const hint = document.getElementById(`${area.id}-n`);
    const longest = Number(area.dataset['longest']);
    const count = (): void => {
      const left = longest - area.value.length;
      const sentence = left < 0 ? texts.tooLong : (texts.left[plural.select(left)] ?? '');
      if (hint !== null) hint.textContent = fill(sentence, { n: Math.abs(left), longest });
    };
    area.addEventListener('input', count);
    count();
  }
};
