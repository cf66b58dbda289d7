/* Answers that the network did not take, kept in this browser under the page and its submission. */

const keyOf = (form: HTMLFormElement): string => {
  const submission = form.querySelector<HTMLInputElement>('input[name="zgloszenie"]');
  return `ankieta ${new URL(form.action).pathname} ${submission?.value ?? ''}`;
};

/** Carried by the form, given by no respondent. */
const OF_THE_PAGE = ['zgloszenie', 'wersja', 'jezyk', 'koniec'];

/** A browser may forbid storing; then the page simply works without it. */
const storage = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};

export const keepUnsent = (form: HTMLFormElement): void => {
  storage()?.setItem(keyOf(form), JSON.stringify([...new FormData(form)]));
};

export const forgetUnsent = (form: HTMLFormElement): void => {
  storage()?.removeItem(keyOf(form));
};

/** Puts unsent answers back into the form; true when there were any. */
export const restoreUnsent = (form: HTMLFormElement): boolean => {
  const kept = storage()?.getItem(keyOf(form));
  if (kept == null) return false;
  const values = new Map<string, string[]>();
  for (const [name, value] of JSON.parse(kept) as [string, string][])
    values.set(name, [...(values.get(name) ?? []), value]);
  for (const name of OF_THE_PAGE) values.delete(name);
  for (const control of form.elements) putBack(control, values);
  return true;
};

const putBack = (control: Element, values: ReadonlyMap<string, readonly string[]>): void => {
  if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
    control.checked = values.get(control.name)?.includes(control.value) ?? false;
  else if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement
  ) {
    const value = values.get(control.name)?.at(-1);
    if (value !== undefined && control.name !== '') control.value = value;
  }
};
