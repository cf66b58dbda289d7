interface Sent {
  /** Taken by the server: the part may be read again. */
  readonly onSent: () => void;
  readonly onLost: (isLost: boolean) => void;
}

const MOST_TRIES = 20;
const AGAIN_MS = 1_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, AGAIN_MS + Math.random() * AGAIN_MS));

/** Every post may be repeated, so one that got no answer is sent again. */
const post = async (action: string, body: URLSearchParams, onLost: Sent['onLost']): Promise<Response | undefined> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const answer = await fetch(action, { method: 'POST', body, redirect: 'manual' });
      if (answer.status < 500) return answer;
    } catch {
      // No answer: the connection is away, or the server starts again.
    }
    onLost(true);
    await pause();
  }
  return undefined;
};

/** As the browser does it without scripts: the page that follows says what is wrong. */
const sendAsPage = (form: HTMLFormElement, submitter: HTMLElement | null): void => {
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: submitter.name, value: submitter.value });
    form.append(field);
  }
  form.submit();
};

/** Sends the forms of a part one after the other, in the order of pressing, without leaving the page. */
export const sendForms = (part: HTMLElement, { onSent, onLost }: Sent): void => {
  let last = Promise.resolve();
  part.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    event.preventDefault();
    const submitter = event.submitter;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
    submitter?.setAttribute('aria-busy', 'true');
    last = last.then(async () => {
      const answer = await post(form.action, body, onLost);
      submitter?.removeAttribute('aria-busy');
      if (answer?.type === 'opaqueredirect') {
        onLost(false);
        onSent();
      } else if (answer !== undefined) sendAsPage(form, submitter);
    });
  });
};
