import { forgetUnsent, keepUnsent, restoreUnsent } from './unsent';
import { fill, type Texts } from './texts';

const QUIET_MS = 4_000;
const RETRY_MS = 10_000;

/**
 * Saves the draft some seconds after a change. What could not be sent is kept in the browser until the connection is
 * back, also over a reload.
 */
export const autosave = (form: HTMLFormElement, texts: Texts): void => {
  const status = form.querySelector<HTMLElement>('.save');
  let timer = 0;
  let underWay: AbortController | undefined;

  const say = (text: string, isFailure: boolean): void => {
    if (status === null) return;
    status.textContent = text;
    status.classList.toggle('err-text', isFailure);
  };
  const saveIn = (delayMs: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), delayMs);
  };
  const fail = (): void => {
    keepUnsent(form);
    say(navigator.onLine ? texts.notSaved : texts.offline, true);
    saveIn(RETRY_MS);
  };
  const save = async (): Promise<void> => {
    underWay = new AbortController();
    try {
      const reply = await fetch(form.action, { ...draftOf(form), signal: underWay.signal });
      if (!reply.ok) {
        fail();
        return;
      }
      const { savedAt } = (await reply.json()) as { savedAt: string | null };
      forgetUnsent(form);
      if (savedAt !== null) say(fill(texts.saved, { time: savedAt }), false);
    } catch {
      if (!underWay.signal.aborted) fail();
    }
  };

  if (restoreUnsent(form)) saveIn(0);
  form.addEventListener('input', () => {
    saveIn(QUIET_MS);
  });
  form.addEventListener('change', () => {
    saveIn(QUIET_MS);
  });
  addEventListener('online', () => {
    saveIn(0);
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    underWay?.abort();
    if (navigator.onLine) forgetUnsent(form);
    else {
      event.preventDefault();
      fail();
    }
  });
};

const draftOf = (form: HTMLFormElement): RequestInit => {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  fields.append('akcja', 'zapisz');
  return { method: 'POST', body: fields, headers: { Accept: 'application/json' } };
};
