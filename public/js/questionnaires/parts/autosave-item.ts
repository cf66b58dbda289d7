/** Sentences made by the server, with a place to fill in: `{time}`. */
export interface Texts {
  readonly saved: string;
  readonly failed: string;
  readonly offline: string;
  readonly conflict: string;
  readonly stopped: string;
}

export interface Saving {
  /** Something was changed by a script: save soon. */
  readonly saveSoon: () => void;
  /** The form goes another way now. */
  readonly stop: () => void;
}

interface SavedReply {
  readonly savedAt: string;
  readonly odcisk: string;
  readonly address: string;
}

const QUIET_MS = 2_000;
const RETRY_MS = 10_000;

/**
 * Saves the form some seconds after typing stops and when the page is left, by the same form post. What the network does
 * not take is kept in this browser; what somebody else has changed meanwhile is never overwritten.
 */
export const autosave = (form: HTMLFormElement, texts: Texts): Saving => {
  const status = document.querySelector<HTMLElement>('[data-save]');
  let timer = 0;
  let last = contentsOf(form);
  let isStopped = false;
  let underWay: Promise<void> | undefined;

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
    keep(form);
    say(navigator.onLine ? texts.failed : texts.offline, true);
    saveIn(RETRY_MS);
  };
  const save = async (): Promise<void> => {
    // One after the other: each needs the fingerprint that the one before was answered with.
    if (underWay !== undefined) await underWay;
    const contents = contentsOf(form);
    if (isStopped || contents === last) return;
    underWay = send(contents);
    await underWay;
    underWay = undefined;
  };
  const send = async (contents: string): Promise<void> => {
    try {
      const reply = await fetch(form.action, postOf(form));
      if (reply.ok) {
        last = contents;
        accept(form, (await reply.json()) as SavedReply, say, texts);
        return;
      }
      await refuse(reply);
    } catch {
      fail();
    }
  };
  const refuse = async (reply: Response): Promise<void> => {
    const { text } = reply.status < 500 ? ((await reply.json()) as { text?: string }) : { text: undefined };
    if (text === undefined || reply.status === 403 || reply.status === 401) {
      fail();
      return;
    }
    keep(form);
    say(reply.status === 409 ? texts.stopped : text, true);
    if (reply.status !== 409) return;
    isStopped = true;
    showConflict(form, text, texts.conflict);
  };

  restore(form);
  if (contentsOf(form) !== last) saveIn(0);
  form.ownerDocument.addEventListener('input', (event) => {
    if (belongsTo(form, event.target)) saveIn(QUIET_MS);
  });
  addEventListener('online', () => {
    saveIn(0);
  });
  addEventListener('pagehide', () => {
    if (isStopped || contentsOf(form) === last || underWay !== undefined) return;
    void fetch(form.action, { ...postOf(form), keepalive: true }).catch(() => {
      keep(form);
    });
  });
  form.addEventListener('submit', (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      fail();
      return;
    }
    forget(form);
    isStopped = true;
    clearTimeout(timer);
  });
  addEventListener('pageshow', () => {
    isStopped = false;
  });
  return {
    saveSoon: () => {
      saveIn(QUIET_MS);
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
};

const belongsTo = (form: HTMLFormElement, target: EventTarget | null): boolean =>
  target instanceof HTMLElement && 'form' in target && target.form === form && target.id !== 'f-wklej';

/** What was typed, without tokens and fingerprints. */
const contentsOf = (form: HTMLFormElement): string => {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && name !== '_csrf' && name !== 'odcisk' && name !== 'wklej')
      fields.append(name, value);
  return fields.toString();
};

const postOf = (form: HTMLFormElement): RequestInit => {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && name !== 'wklej') fields.append(name, value);
  fields.append('akcja', 'autozapis');
  return { method: 'POST', body: fields, headers: { Accept: 'application/json' } };
};

const accept = (
  form: HTMLFormElement,
  { savedAt, odcisk, address }: SavedReply,
  say: (text: string, isFailure: boolean) => void,
  texts: Texts,
): void => {
  forget(form);
  const seen = form.querySelector<HTMLInputElement>('input[name="odcisk"]');
  if (seen !== null) seen.value = odcisk;
  if (new URL(form.action).pathname !== address) {
    form.action = address;
    history.replaceState(null, '', address);
  }
  // Codes that the server gave, or that were saved, are the codes that rows are known by from now on.
  for (const was of form.querySelectorAll<HTMLInputElement>('input[name="o-bylo"], input[name="w-bylo"]')) {
    const code = was.closest('.opt')?.querySelector<HTMLInputElement>(`input[name="${was.name.charAt(0)}-kod"]`);
    if (code != null) was.value = code.value;
  }
  say(texts.saved.replace('{time}', savedAt), false);
};

/** A note above the form, at once; what was typed stays and goes with the button to the page that shows both versions. */
const showConflict = (form: HTMLFormElement, text: string, label: string): void => {
  const note = document.createElement('div');
  note.className = 'note note-warn';
  note.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = text;
  const button = document.createElement('button');
  button.className = 'btn btn-sm';
  button.name = 'akcja';
  button.value = 'zapisz';
  button.textContent = label;
  const box = document.createElement('div');
  box.className = 'stack-2';
  box.append(words, button);
  note.append(box);
  const first = form.querySelector('button.vh');
  if (first === null) form.prepend(note);
  else first.after(note);
};

const keyOf = (form: HTMLFormElement): string => `pytanie ${new URL(form.action).pathname}`;

/** A browser may forbid storing; then the page simply works without it. */
const storage = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};

const keep = (form: HTMLFormElement): void => {
  try {
    const seen = form.querySelector<HTMLInputElement>('input[name="odcisk"]')?.value ?? '';
    storage()?.setItem(keyOf(form), JSON.stringify({ seen, contents: contentsOf(form) }));
  } catch {
    // Full: the text stays on the page all the same.
  }
};

const forget = (form: HTMLFormElement): void => {
  storage()?.removeItem(keyOf(form));
};

/** Text that could not be sent comes back after a reload, with the fingerprint of what the person had seen then. */
const restore = (form: HTMLFormElement): void => {
  const kept = storage()?.getItem(keyOf(form)) ?? null;
  if (kept === null) return;
  forget(form);
  const { seen, contents } = JSON.parse(kept) as { seen: string; contents: string };
  const typed = new URLSearchParams(contents);
  const names = new Set(typed.keys());
  const lists = [...names].filter((name) => typed.getAll(name).length !== controlsOf(form, name).length);
  // Rows were added or removed in between: only the plain fields can be put back safely.
  const isSafe = (name: string): boolean => !lists.includes(name) && !/^[ow]-/.test(name);
  const areRowsSame = ![...names].some((name) => /^[ow]-/.test(name) && lists.includes(name));
  for (const name of names) {
    if (name === 'typ' || name === 'typ-byl') continue;
    if (!isSafe(name) && !(areRowsSame && /^[ow]-/.test(name))) continue;
    controlsOf(form, name).forEach((control, index) => {
      put(control, typed.getAll(name)[index] ?? '', typed.getAll(name));
    });
  }
  const fingerprint = form.querySelector<HTMLInputElement>('input[name="odcisk"]');
  if (fingerprint !== null && seen !== '') fingerprint.value = seen;
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsOf = (form: HTMLFormElement, name: string): readonly Control[] =>
  [...form.elements].filter((element): element is Control => 'value' in element && (element as Control).name === name);

const put = (control: Control, value: string, values: readonly string[]): void => {
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio'))
    control.checked = values.includes(control.value);
  else control.value = value;
};
