import { forget, keep, kept } from './kept-texts';

/** Sentences made by the server, with a place to fill in: `{time}`. */
export interface Texts {
  readonly saved: string;
  readonly failed: string;
  readonly offline: string;
  readonly stopped: string;
  readonly conflict: string;
  readonly after: string;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const QUIET_MS = 1_500;
const RETRY_MS = 10_000;
const NAMES = ['blok', 'odcisk', 'rodzaj', 'tekst', 'poziom', 'zrodlo'];

/**
 * Saves each block some seconds after typing in it stops and when the page is left, by the same fields as the button sends. What
 * the network does not take is kept in this browser; what somebody else has changed meanwhile is never overwritten.
 */
export const autosaveBlocks = (form: HTMLFormElement, texts: Texts, whenSaved: () => void): void => {
  const say = saying();
  const blocks = [...form.querySelectorAll<HTMLElement>('[data-block]')]
    .filter((block) => fieldOf(block, 'tekst') !== null)
    .map((block) => watch(form, block, { texts, say, whenSaved }));
  const saveAll = (): void => {
    for (const block of blocks) block.saveIn(0);
  };
  addEventListener('online', saveAll);
  addEventListener('pagehide', () => {
    for (const block of blocks) block.leave();
  });
  form.addEventListener('submit', (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      say(texts.offline, true);
      return;
    }
    for (const block of blocks) block.stop();
  });
  addEventListener('pageshow', (event) => {
    // Back from another page: fingerprints on this one may be old, the server decides.
    if (event.persisted) location.reload();
  });
};

interface Watched {
  readonly saveIn: (delayMs: number) => void;
  readonly leave: () => void;
  readonly stop: () => void;
}

interface Around {
  readonly texts: Texts;
  readonly say: (text: string, isFailure: boolean) => void;
  readonly whenSaved: () => void;
}

const watch = (form: HTMLFormElement, block: HTMLElement, { texts, say, whenSaved }: Around): Watched => {
  const key = `raport ${new URL(form.action).pathname} ${block.dataset['block'] ?? ''}`;
  let last = contentsOf(block);
  let timer = 0;
  let isStopped = false;
  let underWay: Promise<void> | undefined;

  const saveIn = (delayMs: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), delayMs);
  };
  const fail = (): void => {
    keep(key, contentsOf(block), valueOf(block, 'odcisk'));
    say(navigator.onLine ? texts.failed : texts.offline, true);
    saveIn(RETRY_MS);
  };
  const save = async (): Promise<void> => {
    // One after the other: each needs the fingerprint that the one before was answered with.
    if (underWay !== undefined) await underWay;
    const contents = contentsOf(block);
    if (isStopped || contents === last) return;
    underWay = send(contents);
    await underWay;
    underWay = undefined;
  };
  const send = async (contents: string): Promise<void> => {
    try {
      const reply = await fetch(`${form.action}/autozapis`, postOf(form, block));
      if (reply.ok) accept((await reply.json()) as { savedAt: string; odcisk: string }, contents);
      else await refuse(reply);
    } catch {
      fail();
    }
  };
  const accept = ({ savedAt, odcisk }: { savedAt: string; odcisk: string }, contents: string): void => {
    last = contents;
    forget(key);
    setSeen(block, odcisk);
    say(texts.saved.replace('{time}', savedAt), false);
    whenSaved();
  };
  const refuse = async (reply: Response): Promise<void> => {
    const { text } = reply.status < 500 ? ((await reply.json()) as { text?: string }) : { text: undefined };
    if (text === undefined || reply.status === 403 || reply.status === 401) {
      fail();
      return;
    }
    keep(key, contentsOf(block), valueOf(block, 'odcisk'));
    say(reply.status === 409 ? texts.stopped : text, true);
    if (reply.status !== 409) return;
    isStopped = true;
    showConflict(block, text, texts.conflict);
  };

  const waiting = kept(key);
  if (waiting !== undefined) {
    forget(key);
    putBack(block, waiting.contents, waiting.seen);
    if (contentsOf(block) !== last) saveIn(0);
  }
  block.addEventListener('input', () => {
    saveIn(QUIET_MS);
  });
  return {
    saveIn,
    leave: () => {
      if (isStopped || contentsOf(block) === last || underWay !== undefined) return;
      keep(key, contentsOf(block), valueOf(block, 'odcisk'));
      void fetch(`${form.action}/autozapis`, { ...postOf(form, block), keepalive: true })
        .then((reply) => {
          if (reply.ok) forget(key);
        })
        .catch(() => undefined);
    },
    stop: () => {
      clearTimeout(timer);
      isStopped = true;
      forget(key);
    },
  };
};

const saying = (): Around['say'] => {
  const status = document.querySelector<HTMLElement>('[data-save]');
  const words = document.querySelector<HTMLElement>('[data-save-text]');
  return (text, isFailure) => {
    if (words !== null) words.textContent = text;
    status?.classList.toggle('err-text', isFailure);
  };
};

const fieldOf = (block: HTMLElement, name: string): Field | null => block.querySelector<Field>(`[name="${name}"]`);
const valueOf = (block: HTMLElement, name: string): string => fieldOf(block, name)?.value ?? '';

const contentsOf = (block: HTMLElement): string =>
  JSON.stringify(['tekst', 'poziom', 'zrodlo'].map((name) => valueOf(block, name)));

const putBack = (block: HTMLElement, contents: string, seen: string): void => {
  const values = JSON.parse(contents) as readonly string[];
  for (const [index, name] of ['tekst', 'poziom', 'zrodlo'].entries()) {
    const field = fieldOf(block, name);
    if (field !== null) field.value = values[index] ?? '';
  }
  setSeen(block, seen);
};

/** The button that removes a block says which state of it, too. */
const setSeen = (block: HTMLElement, seen: string): void => {
  const field = fieldOf(block, 'odcisk');
  const removing = block.querySelector<HTMLButtonElement>('button[value^="usun:"]');
  if (field !== null) field.value = seen;
  if (removing !== null) removing.value = `usun:${block.dataset['block'] ?? ''}:${seen}`;
};

const postOf = (form: HTMLFormElement, block: HTMLElement): RequestInit => {
  const fields = new URLSearchParams();
  fields.append('_csrf', form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '');
  fields.append('akcja', 'autozapis');
  for (const name of NAMES) fields.append(name, valueOf(block, name));
  return { method: 'POST', body: fields, headers: { Accept: 'application/json' } };
};

/** A note in the block, at once; what was typed stays and goes with the button to the page that shows both texts. */
const showConflict = (block: HTMLElement, text: string, label: string): void => {
  const note = document.createElement('div');
  note.className = 'note note-warn';
  note.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = text;
  const button = document.createElement('button');
  button.className = 'btn btn-sm';
  button.name = 'akcja';
  button.value = `zapisz:${block.dataset['block'] ?? ''}`;
  button.textContent = label;
  const box = document.createElement('div');
  box.className = 'stack-2';
  box.append(words, button);
  note.append(box);
  block.querySelector('.block-h')?.after(note);
};
