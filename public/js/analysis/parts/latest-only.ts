export type Reply =
  | { readonly kind: 'page'; readonly page: Document }
  /** A newer request has been made since: this one must change nothing. */
  | { readonly kind: 'overtaken' }
  /** Sent to another page: signed out, for example. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed' };

/**
 * Fetches pages so that only the newest request counts: the older ones are called off, and where a reply comes all the
 * same, its number tells that it is late.
 */
export const latestOnly = (): ((address: string) => Promise<Reply>) => {
  let newest = 0;
  let underway: AbortController | undefined;
  return async (address) => {
    const own = (newest += 1);
    underway?.abort();
    underway = new AbortController();
    const reply = await fetchPage(address, underway.signal);
    return own === newest ? reply : { kind: 'overtaken' };
  };
};

const fetchPage = async (address: string, signal: AbortSignal): Promise<Reply> => {
  try {
    const response = await fetch(address, { signal, headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    if (response.redirected) return { kind: 'elsewhere' };
    if (!response.ok) return { kind: 'failed' };
    return { kind: 'page', page: new DOMParser().parseFromString(await response.text(), 'text/html') };
  } catch {
    return { kind: 'failed' };
  }
};
