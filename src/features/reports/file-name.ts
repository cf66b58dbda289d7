const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', '–': '-', '„': '', '”': '' };

/** A name for old programs: letters without marks, and nothing that needs quoting. */
const asciiName = (name: string): string =>
  Array.from(name, (sign) => PLAIN[sign] ?? sign)
    .join('')
    .normalize('NFD')
    .replace(/[^\w .-]/g, '')
    .trim();

/** Shown in the browser, saved under this name: both in plain letters and in full (RFC 6266). */
export const inlineFile = (name: string): string =>
  `inline; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
