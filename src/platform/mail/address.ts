import type { Mailbox } from './letter';

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** Words of strangers on one line: what stands in a header cannot begin another one. */
export const oneLine = (text: string): string => text.replaceAll(CONTROL, ' ').replaceAll(/ {2,}/g, ' ').trim();

const LONGEST = 254;
const ADDRESS =
  /^[^\s\p{Cc}<>()[\]\\,;:"@]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}][\p{L}\p{N}-]*$/u;

/** One address and nothing beside it. */
export const isMailAddress = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);

const NAMED = /^"?([^"<>]*?)"?\s*<([^<>]+)>$/;

/** `ROPS w Kielcach <badania@rops.example>`, or an address alone; undefined when it is neither. */
export const readMailbox = (text: string): Mailbox | undefined => {
  const [, name = '', address = text.trim()] = NAMED.exec(text.trim()) ?? [];
  return isMailAddress(address) && oneLine(name) === name ? { name: name.trim(), address } : undefined;
};
