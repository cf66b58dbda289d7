/** Known to everyone who fills in a survey in Poland. */
const COMMON: ReadonlySet<string> = new Set(
  'ZUS VAT PIT CIT NIP KRS PESEL REGON RODO PDF SMS UE PKO TVP CV USA QR PC TAK NIE LUB ORAZ ALBO III VII VIII XIX XXI'.split(
    ' ',
  ),
);

/** Abbreviations of a text, each once, without Polish endings ("OWES-u"). Roman numbers up to XIII are none. */
export const abbreviationsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}{2,7})(?=-\p{Ll}|[^\p{L}\p{N}]|$)/gu)]
      .map(([, letters = '']) => letters)
      .filter((letters) => !COMMON.has(letters) && !/^[IVX]+$/u.test(letters)),
  ),
];

/** Whether a text says what an abbreviation stands for: "… (OWES)", "OWES (…)", "PES to …", "PES – …". */
export const expands = (text: string, abbreviation: string): boolean => {
  const at = text.replaceAll('\u00a0', ' ');
  return [
    `\\p{Ll}[”"]? \\(${abbreviation}\\)`,
    `(?<!\\p{L})${abbreviation} \\([^)]{8,}`,
    `(?<!\\p{L})${abbreviation} (?:to|oznacza) \\p{L}`,
    `(?<!\\p{L})${abbreviation} [–—-] \\p{L}`,
    `\\p{Ll},? (?:czyli|inaczej|w skrócie) ${abbreviation}(?!\\p{L})`,
  ].some((pattern) => new RegExp(pattern, 'u').test(at));
};
