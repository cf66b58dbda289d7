/*
 * Saves each translation when its field is left. The form works without this; what cannot be saved here is said beside the
 * field and stays in it, and "Zapisz" sends everything that is still unsaved.
 */

interface Reply {
  readonly taken: readonly string[];
  readonly saved: string;
  readonly progress: { readonly done: number; readonly text: string; readonly label: string };
  readonly errors: readonly { readonly key: string; readonly text: string }[];
  readonly done: string;
}

document.querySelector<HTMLElement>('.err-summary')?.focus();

const form = document.querySelector<HTMLFormElement>('form[data-translations]');

const inputIn = (text: Element, name: string): HTMLInputElement | HTMLTextAreaElement | null =>
  text.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);

/** The fields of one text, with what the form sends of itself. */
const bodyOf = (within: HTMLFormElement, text: Element): URLSearchParams => {
  const body = new URLSearchParams();
  for (const name of ['_csrf', 'strona', 'pokaz']) body.set(name, inputIn(within, name)?.value ?? '');
  for (const name of ['klucz', 'polski', 'bylo', 'tekst']) body.set(name, inputIn(text, name)?.value ?? '');
  const fits = text.querySelector<HTMLInputElement>('[name="pasuje"]');
  if (fits?.checked === true) body.set('pasuje', fits.value);
  return body;
};

const say = (text: Element, error: string): void => {
  const line = text.querySelector<HTMLElement>('[data-error]');
  if (line !== null) {
    line.textContent = error;
    line.hidden = error === '';
  }
  text.querySelector('[data-field]')?.classList.toggle('has-error', error !== '');
  const field = inputIn(text, 'tekst');
  if (error === '') field?.removeAttribute('aria-invalid');
  else field?.setAttribute('aria-invalid', 'true');
};

const showTaken = (text: Element, sent: string, reply: Reply): void => {
  const previous = inputIn(text, 'bylo');
  if (previous !== null) previous.value = sent;
  const badge = text.querySelector('[data-badge]');
  if (badge === null || sent.trim() === '') return;
  badge.className = 'badge badge-ok';
  badge.textContent = reply.done;
};

const showProgress = ({ progress, saved }: Reply): void => {
  const status = document.querySelector('[data-save]');
  if (status !== null && saved !== '') status.textContent = saved;
  const words = document.querySelector('[data-progress-text]');
  if (words !== null) words.textContent = progress.text;
  const bar = document.querySelector<HTMLProgressElement>('progress[data-progress]');
  if (bar === null) return;
  bar.value = progress.done;
  bar.setAttribute('aria-label', progress.label);
};

const save = async (within: HTMLFormElement, text: Element): Promise<void> => {
  const body = bodyOf(within, text);
  const key = body.get('klucz') ?? '';
  try {
    const response = await fetch(within.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(String(response.status));
    const reply = (await response.json()) as Reply;
    say(text, reply.errors.find((error) => error.key === key)?.text ?? '');
    if (reply.taken.includes(key)) showTaken(text, body.get('tekst') ?? '', reply);
    showProgress(reply);
  } catch {
    say(text, within.dataset['failed'] ?? '');
  }
};

form?.addEventListener('change', ({ target }) => {
  const text = target instanceof Element ? target.closest('[data-text]') : null;
  if (text !== null) void save(form, text);
});
