import type { Saving } from './autosave-item';

const LINE_STEP = /^(dodaj|usun|gora|dol)-(odpowiedzi|wiersze)/;

/**
 * Rows are added, removed and moved by the server's own page, fetched and put in place of the list: one implementation,
 * no jump, and what is typed elsewhere stays.
 */
export const changeLinesInPlace = (form: HTMLFormElement, saving: Saving): void => {
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="akcja"]');
    if (button === null || button.form !== form) return;
    const list = LINE_STEP.exec(button.value)?.[2] ?? (button.value === 'wstaw-skale' ? 'odpowiedzi' : undefined);
    if (list === undefined) return;
    event.preventDefault();
    saving.stop();
    void change(form, button, list).then((isDone) => {
      if (isDone) saving.saveSoon();
      else submitWith(form, button);
    });
  });
};

const change = async (form: HTMLFormElement, button: HTMLButtonElement, list: string): Promise<boolean> => {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  fields.append('akcja', button.value);
  try {
    const reply = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'text/html' } });
    if (!reply.ok || reply.redirected) return false;
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const made = page.getElementById(list);
    const old = document.getElementById(list);
    if (made === null || old === null) return false;
    const opened = openedIn(old);
    old.replaceWith(document.adoptNode(made));
    for (const id of opened) document.getElementById(id)?.closest('details')?.setAttribute('open', '');
    focusOn(made);
    return true;
  } catch {
    return false;
  }
};

/** Controls inside the details that are open, so that they stay open. */
const openedIn = (list: Element): readonly string[] =>
  [...list.querySelectorAll('details[open] input[id]')].map(({ id }) => id);

const focusOn = (list: HTMLElement): void => {
  const wanted = list.querySelector<HTMLElement>('[autofocus]');
  wanted?.closest('details')?.setAttribute('open', '');
  (wanted ?? list).focus();
};

/** The network or the server would not: the button does what it does without scripts. */
const submitWith = (form: HTMLFormElement, button: HTMLButtonElement): void => {
  const carrier = document.createElement('input');
  carrier.type = 'hidden';
  carrier.name = 'akcja';
  carrier.value = button.value;
  form.append(carrier);
  form.submit();
};
