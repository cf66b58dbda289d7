import { piecesOf, type Piece } from './search';

/** Addresses, phone numbers, long numbers: what names a person whatever the words around it. */
const TELLING = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu,
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?:\+?48[\s-]?)?(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)/g,
  /(?<!\d)\d{2}[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/g,
  /(?<!\d)\d{11}(?!\d)/g,
];
const POSTAL_CODE = /(?<!\d)\d{2}-\d{3}(?!\d)/g;

/** Words with a capital letter, unless they begin a sentence. */
const CAPITALISED = /(?<![.!?…]\s*|^\s*|\p{L})\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?/gu;
/** After a title a name follows, wherever it stands. */
const AFTER_TITLE =
  /(?<!\p{L})(?:[Pp]an(?:i|em|ią|a|u)?|[Dd]r|[Mm]gr|[Dd]yrektor(?:ka|em|ką)?|[Kk]ierownik|[Kk]ierowniczka|[Pp]rezes(?:ka)?|[Kk]siądz|[Bb]urmistrz|[Ww]ójt)\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?/gu;
/** Frequent given names in their cases, for the beginning of a sentence. */
const GIVEN_NAMES =
  /(?<!\p{L})(?:Ann|Mari|Katarzyn|Małgorzat|Agnieszk|Barbar|Ew|Krystyn|Elżbiet|Magdalen|Joann|Aleksandr|Monik|Zofi|Teres|Natali|Julii?|Karolin|Mart|Beat|Dorot|Alicj|Jan|Andrzej|Piotr|Krzysztof|Stanisław|Tomasz|Paweł|Pawł|Marcin|Michał|Marek|Mark|Grzegorz|Józef|Łukasz|Adam|Zbigniew|Jerz|Tadeusz|Mateusz|Dariusz|Mariusz|Wojciech|Ryszard|Jakub|Henryk|Robert|Rafał|Kazimierz|Jacek|Jack)(?:a|ą|ę|y|i|ie|owi|em|iem|u|ego|emu|cie|dzie|sze|nie|rze|o)?(?!\p{L})/gu;

/**
 * The text with what may name a person marked: capitalised words, addresses, phones, long numbers. A help for the eye of
 * whoever checks it, never a check.
 */
export const hintPersonal = (text: string): readonly Piece[] => {
  const letters = Array.from(text);
  const starts: number[] = [];
  letters.forEach((letter, at) => {
    for (let unit = 0; unit < letter.length; unit += 1) starts.push(at);
  });
  const marks = new Uint8Array(letters.length);
  for (const pattern of [...TELLING, POSTAL_CODE, CAPITALISED, AFTER_TITLE, GIVEN_NAMES])
    for (const { index, 0: found } of text.matchAll(pattern))
      for (let unit = index; unit < index + found.length; unit += 1) marks[starts[unit] ?? 0] = 1;
  return piecesOf(letters, marks);
};

/** Whether an address or a phone number is still there. */
export const tellsContact = (text: string): boolean => TELLING.some((pattern) => text.search(pattern) >= 0);
