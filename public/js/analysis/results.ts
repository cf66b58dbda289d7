import { drawFigures } from '../figures/parts/draw-figures';
import { latestOnly } from './parts/latest-only';
import { fillPart, takeParts } from './parts/replace-parts';

/**
 * Filters of the results page without loading it anew: the same addresses, fetched, and the parts of the page that they
 * change put in place. Where anything fails, the page stays as it is and says so; without scripts, the links do it all.
 */
const page = document.querySelector<HTMLElement>('[data-results]');
const form = page?.querySelector<HTMLFormElement>('form.filters');

let takeDown = drawFigures(document);

if (page && form) {
  const live = page.querySelector<HTMLElement>('[data-live]');
  const failure = page.querySelector<HTMLElement>('[data-failure]');
  const retry = page.querySelector<HTMLAnchorElement>('[data-retry]');
  const fetchLatest = latestOnly();
  /** The address whose results are on the page. */
  let shown = location.href;

  const isOurs = (address: URL): boolean =>
    address.origin === location.origin && address.pathname === location.pathname && !address.searchParams.has('format');

  const say = (text: string): void => {
    if (live) live.textContent = text;
  };

  const markBusy = (isBusy: boolean): void => {
    page.setAttribute('aria-busy', String(isBusy));
    if (isBusy) say(page.dataset['loading'] ?? '');
  };

  const replace = (incoming: Document): void => {
    takeDown();
    const focus = document.activeElement;
    takeParts(page, incoming);
    keepFocus(focus, page);
    takeDown = drawFigures(page);
    say(incoming.querySelector<HTMLElement>('[data-results]')?.dataset['shown'] ?? '');
  };

  const fail = (address: string): void => {
    syncForm(form, new URL(shown));
    say('');
    if (retry) retry.href = address;
    if (failure) failure.hidden = false;
  };

  /** Shows what is at an address; an older request that is still under way is dropped. */
  const show = async (address: string, remember: 'push' | 'keep'): Promise<void> => {
    markBusy(true);
    if (failure) failure.hidden = true;
    const reply = await fetchLatest(address);
    if (reply.kind === 'overtaken') return;
    markBusy(false);
    if (reply.kind === 'elsewhere') {
      location.assign(address);
      return;
    }
    if (reply.kind === 'failed' || reply.page.querySelector('[data-results]') === null) {
      fail(address);
      return;
    }
    shown = address;
    if (remember === 'push') history.pushState(null, '', address);
    syncForm(form, new URL(address));
    replace(reply.page);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show(addressOf(form), 'push');
  });
  form.addEventListener('change', () => {
    void show(addressOf(form), 'push');
  });
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link === null || !isPlain || link.hash !== '' || !isOurs(new URL(link.href))) return;
    event.preventDefault();
    void show(link.href, 'push');
  });
  window.addEventListener('popstate', () => {
    if (withoutHash(location.href) === withoutHash(shown)) return;
    void show(location.href, 'keep');
  });
}

const withoutHash = (address: string): string => address.replace(/#.*$/, '');

/** The address that the form would open; empty filters leave no trace. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') address.searchParams.set(name, value);
  return address.href;
}

/** The form shows the filters of an address, whatever was chosen since. */
function syncForm(form: HTMLFormElement, { searchParams }: URL): void {
  for (const field of form.querySelectorAll('select')) field.value = searchParams.get(field.name) ?? '';
  const answer = searchParams.get('wybor') ?? '';
  fillPart(form, 'kept', answer === '' ? [] : [hiddenField('wybor', answer)]);
}

function hiddenField(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value });
}

/** Focus that stood on something replaced goes to its successor, or to the results. */
function keepFocus(focus: Element | null, page: HTMLElement): void {
  if (focus === null || focus.isConnected) return;
  const label = focus.closest('[data-place]')?.getAttribute('data-place');
  const successor =
    label === null ? null : page.querySelector<HTMLElement>(`[data-place="${CSS.escape(label ?? '')}"] a`);
  const target = successor ?? page.querySelector<HTMLElement>('h1');
  if (target === null) return;
  if (successor === null) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
