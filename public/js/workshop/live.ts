import { sendForms } from './parts/send-forms';
import { keepListening } from './parts/keep-listening';
import { putPart } from './parts/put-part';

/**
 * Keeps a part of the page as it is on the server: told that something changed, it is fetched and put in place, and its forms are sent without
 * leaving the page. While somebody is filling in a form of that part, or has chosen something there and not sent it, it waits and says so; a lost
 * connection is said, and made good. Without scripts, a reload does it.
 */
const part = document.querySelector<HTMLElement>('[data-live]');
const lost = document.querySelector<HTMLElement>('[data-lost]');
const moved = document.querySelector<HTMLElement>('[data-moved]');
/** Two hundred phones do not ask in the same moment; the wall asks at once. */
const SPREAD_MS = 300;
const AGAIN_MS = 1_000;

if (part !== null) {
  let isFetching = false;
  let isStale = false;
  /** Something was chosen and not sent yet: it is not taken away. */
  let isTouched = false;
  let tag = part.dataset['tag'] ?? '';

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

  const hold = (): void => {
    isStale = true;
    if (moved !== null) moved.hidden = !isTouched;
  };

  const take = async (answer: Response): Promise<void> => {
    if (answer.status === 304) return;
    const html = await answer.text();
    // Somebody may have begun to choose while the part was on its way.
    if (isInUse()) {
      hold();
      return;
    }
    tag = answer.headers.get('etag')?.replaceAll('"', '') ?? '';
    putPart(part, html);
    fitForm();
    if (moved !== null) moved.hidden = true;
  };

  const refresh = async (): Promise<void> => {
    if (isFetching || isInUse()) {
      hold();
      return;
    }
    isFetching = true;
    isStale = false;
    let pause = SPREAD_MS;
    try {
      const answer = await fetch(part.dataset['part'] ?? '', {
        headers: { accept: 'text/html', 'if-none-match': `"${tag}"` },
      });
      if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
        location.reload();
        return;
      }
      if (answer.ok || answer.status === 304) await take(answer);
      else throw new Error(answer.statusText);
    } catch {
      isStale = true;
      pause = AGAIN_MS + Math.random() * AGAIN_MS;
    } finally {
      isFetching = false;
      if (isStale && !isInUse()) setTimeout(() => void refresh(), pause);
    }
  };

  const refreshSoon = (): void => {
    const spread = 'spread' in part.dataset ? Math.random() * SPREAD_MS : 0;
    setTimeout(() => void refresh(), spread);
  };

  const showLost = (isLost: boolean): void => {
    if (lost !== null) lost.hidden = !isLost;
  };

  part.addEventListener('change', () => {
    isTouched = true;
  });
  part.addEventListener('focusout', () => {
    if (isStale) setTimeout(() => void refresh(), SPREAD_MS);
  });
  sendForms(part, {
    onSent: () => {
      isTouched = false;
      void refresh();
    },
    onLost: showLost,
  });
  keepListening(part.dataset['live'] ?? '', {
    /** Whatever was missed before listening began, or while the connection was away. */
    onHello: (state) => {
      showLost(false);
      if (tag !== state && !tag.startsWith(`${state}.`)) refreshSoon();
    },
    onChange: refreshSoon,
    onLost: () => {
      showLost(true);
    },
  });
}
