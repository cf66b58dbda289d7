const HERE = 'http://here.invalid';
const LONGEST = 1_000;

/** The path and query of an address within this application; undefined for any other host or scheme. */
export const localPath = (address: string | undefined): string | undefined => {
  if (address === undefined || address.length > LONGEST || !address.startsWith('/')) return undefined;
  if (!URL.canParse(address, HERE)) return undefined;
  const url = new URL(address, HERE);
  // A browser reads `//host`, `/\host` and `/<tab>/host` as another host; so does this parser.
  return url.origin === HERE && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : undefined;
};
