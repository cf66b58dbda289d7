/** "Jak oceniają Państwo OWES Północ?": fills answers of this page into its later texts, as the server does after saving. */
export const repeatAnswers = (form: HTMLFormElement): void => {
  const texts = form.querySelectorAll<HTMLElement>('[data-piped]');
  if (texts.length === 0) return;
  const repeat = (): void => {
    for (const text of texts)
      text.textContent = (text.dataset['piped'] ?? '').replace(
        /\$\{\s*(\w+)\s*\}/g,
        (_, code: string) => wordsOf(form, code) || '…',
      );
  };
  form.addEventListener('change', repeat);
  repeat();
};

const wordsOf = (form: HTMLFormElement, code: string): string =>
  [...form.querySelectorAll<HTMLElement>(`[name="${code}"]:not([type="hidden"])`)].flatMap(spokenBy).join(', ');

const spokenBy = (control: HTMLElement): readonly string[] => {
  if (control instanceof HTMLSelectElement)
    return [...control.selectedOptions].filter(({ value }) => value !== '').map((option) => said(control, option));
  if (!(control instanceof HTMLInputElement)) return [];
  if (control.type !== 'radio' && control.type !== 'checkbox') return control.value === '' ? [] : [control.value];
  return control.checked ? [said(control, control)] : [];
};

/** Its label as in the middle of a sentence; of "inna, jaka?" what was typed beside it. */
const said = (control: HTMLInputElement | HTMLSelectElement, choice: HTMLInputElement | HTMLOptionElement): string => {
  const beside = control.form?.querySelector<HTMLInputElement>(
    `[data-other="${choice.value}"] [name="${control.name}_inne"]`,
  );
  const label = choice instanceof HTMLOptionElement ? choice.text : choice.closest('label')?.textContent;
  return beside?.value.trim() || (choice.dataset['label'] ?? label ?? '').trim();
};
