export {};

/*
 * The bank works by form posts alone. Here a tick counts at once: the page is asked for again with the choice as it is now,
 * and the parts that tell about it take the place of the old ones. Links then carry the choice, too.
 */

const form = document.querySelector<HTMLFormElement>('#pozycje');
let latest: AbortController | undefined;

/** The page's address with the search and the choice as they stand in the form. */
const currentAddress = (from: HTMLFormElement): URL => {
  const url = new URL(location.pathname, location.href);
  const kept = ['q', 'kryterium', 'skala', 'dla', 'modul', 'kwestionariusz', 'miejsce', 'poz'];
  for (const [name, value] of new FormData(from))
    if (kept.includes(name) && typeof value === 'string' && (value !== '' || name === 'miejsce'))
      url.searchParams.append(name, value);
  return url;
};

const takeOver = (page: Document): void => {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${part.dataset['live'] ?? ''}"]`);
    if (fresh === null) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
    part.replaceChildren(...fresh.childNodes);
    if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
  }
  hideRefresh();
};

const hideRefresh = (): void => {
  document.querySelector('[data-refresh]')?.setAttribute('hidden', '');
};

const refresh = async (from: HTMLFormElement): Promise<void> => {
  latest?.abort();
  latest = new AbortController();
  const address = currentAddress(from);
  try {
    const response = await fetch(address, { signal: latest.signal, headers: { Accept: 'text/html' } });
    if (!response.ok) return;
    takeOver(new DOMParser().parseFromString(await response.text(), 'text/html'));
    history.replaceState(null, '', address);
  } catch {
    // Without an answer the page stays as it is; the form still sends every tick.
  }
};

if (form !== null) {
  hideRefresh();
  form.addEventListener('change', ({ target }) => {
    const { name } = target as HTMLInputElement;
    if (name === 'poz' || name === 'kwestionariusz' || name === 'miejsce') void refresh(form);
  });
}
