/**
 * Keeps a part of the page as it is on the server: told that something changed, it is fetched and put in place. While somebody is
 * filling in a form of that part, or has chosen something there and not sent it, it waits and says so; a lost connection is said, and made good by the browser itself. Without scripts, a reload does it.
 */
const part = document.querySelector<HTMLElement>('[data-live]');
const lost = document.querySelector<HTMLElement>('[data-lost]');
const moved = document.querySelector<HTMLElement>('[data-moved]');
const SPREAD_MS = 200;

if (part !== null) {
  let isFetching = false;
  let isStale = false;
  /** Something was chosen and not sent yet: it is not taken away. */
  let isTouched = false;

  const isInUse = (): boolean => {
    if (isTouched) return true;
    const focused = document.activeElement;
    return focused !== null && part.contains(focused) && focused.matches('input[type=text], textarea, select');
  };

  /** A form that this stage has is fetched with the whole page; one that it has no more stays while there is text in it. */
  const fitForm = (): void => {
    const form = document.querySelector<HTMLElement>('[data-form]');
    const isWanted = part.querySelector('[data-wants-form]') !== null;
    if (isWanted && form === null) location.reload();
    if (form !== null) form.hidden = !isWanted && form.querySelector('textarea')?.value === '';
  };

  const put = (html: string): void => {
    const focused = document.activeElement instanceof HTMLElement && part.contains(document.activeElement);
    const name = focused ? document.activeElement?.closest('form')?.querySelector('input[type=hidden]') : null;
    const key = name instanceof HTMLInputElement ? `${name.name}=${name.value}` : '';
    const opened = new Set([...part.querySelectorAll('details[open] > summary')].map(({ textContent }) => textContent));
    part.innerHTML = html;
    for (const summary of part.querySelectorAll('details > summary'))
      if (opened.has(summary.textContent)) summary.parentElement?.setAttribute('open', '');
    fitForm();
    if (key === '') return;
    const again = [...part.querySelectorAll<HTMLInputElement>('input[type=hidden]')].find(
      (input) => `${input.name}=${input.value}` === key,
    );
    again?.closest('form')?.querySelector<HTMLElement>('button')?.focus();
  };

  const hold = (): void => {
    isStale = true;
    if (moved !== null) moved.hidden = !isTouched;
  };

  const refresh = async (): Promise<void> => {
    if (isFetching || isInUse()) {
      hold();
      return;
    }
    isFetching = true;
    isStale = false;
    try {
      const answer = await fetch(part.dataset['part'] ?? '', { headers: { accept: 'text/html' } });
      if (answer.status === 401 || answer.status === 404) {
        location.reload();
        return;
      }
      const html = await answer.text();
      // Somebody may have begun to choose while the part was on its way.
      if (answer.ok && isInUse()) hold();
      else if (answer.ok) put(html);
    } catch {
      isStale = true;
    } finally {
      isFetching = false;
      if (isStale && !isInUse()) setTimeout(() => void refresh(), SPREAD_MS);
    }
  };

  part.addEventListener('change', () => {
    isTouched = true;
  });
  part.addEventListener('focusout', () => {
    if (isStale) setTimeout(() => void refresh(), SPREAD_MS);
  });

  const stream = new EventSource(part.dataset['live'] ?? '');
  let hasBeenOpen = false;
  stream.addEventListener('hello', () => {
    if (lost !== null) lost.hidden = true;
    // Whatever was missed while the connection was away.
    if (hasBeenOpen) void refresh();
    hasBeenOpen = true;
  });
  stream.addEventListener('change', () => {
    // Two hundred phones do not ask in the same moment.
    setTimeout(() => void refresh(), Math.random() * SPREAD_MS);
  });
  stream.addEventListener('error', () => {
    if (lost !== null) lost.hidden = false;
  });
}
