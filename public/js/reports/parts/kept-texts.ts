/** A browser may forbid storing; then the page simply works without it. */
const storage = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};

/** Text that could not be sent, with the fingerprint of what the person had seen then. */
interface KeptText {
  readonly contents: string;
  readonly seen: string;
}

export const keep = (key: string, contents: string, seen: string): void => {
  try {
    storage()?.setItem(key, JSON.stringify({ contents, seen } satisfies KeptText));
  } catch {
    // Full: the text stays on the page all the same.
  }
};

export const forget = (key: string): void => {
  storage()?.removeItem(key);
};

export const kept = (key: string): KeptText | undefined => {
  const text = storage()?.getItem(key) ?? null;
  return text === null ? undefined : (JSON.parse(text) as KeptText);
};
