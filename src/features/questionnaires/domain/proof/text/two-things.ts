/** Statements about how two things stand to each other need both of them. */
const MUTUAL = /uzupełnia|współprac|współdział|różni|między|pomiędzy|porówn|połącz|łączy|pogodz|godzeni/iu;
/** "Po założeniu podmiotu lub otrzymaniu dotacji": an occasion, not what is judged. */
const OCCASION = /^(po|przed|podczas|przy|gdy|kiedy|jeśli|jeżeli|w razie)\s/iu;
/** "i inne", "lub podobne" close a list of examples. */
const REST = /^(inn|podobn|pozostał|dalsz)/iu;
/** Pairs that Polish treats as one thing. */
const PAIRS: ReadonlySet<string> = new Set([
  'imię nazwisko',
  'imienia nazwiska',
  'mniej bardziej',
  'za przeciw',
  'tak nie',
  'raz dwa',
  'badań rozwoju',
  'badania rozwój',
  'bezpieczeństwa higieny',
  'bezpieczeństwo higiena',
  'kobiet mężczyzn',
  'kobiety mężczyźni',
  'pan pani',
  'pana pani',
  'pytań odpowiedzi',
  'pytania odpowiedzi',
  'tu teraz',
  'większy mniejszy',
]);

const JOINS: ReadonlySet<string> = new Set(['i', 'oraz', 'lub', 'albo']);

/**
 * The words by which a statement asks about two things at once: "aktualne i przydatne"; null when it asks about one. Who
 * agrees with one half and not with the other cannot answer. A rule of thumb with exceptions, so it advises and never
 * forbids: names joined ("OWES i ROPS"), words in quotation marks and brackets, statements about how two things go together,
 * occasions at the beginning, "i inne", and fixed pairs count as one.
 */
export const twoThingsIn = (statement: string): string | null => {
  const plain = statement.replace(/„[^”]*”|"[^"]*"|\([^)]*\)/gu, '…').replaceAll('\u00a0', ' ');
  if (MUTUAL.test(plain)) return null;
  const words = plain
    .replace(/(?<!\p{L})a także(?!\p{L})/gu, 'oraz')
    .replace(/(?<!\p{L})jak również(?!\p{L})/gu, 'oraz')
    .split(/\s+/u);
  const place = words.findIndex((_word, index) => joinsTwoThings(words, index));
  return place < 0 ? null : bare(`${words[place - 1] ?? ''} ${words[place] ?? ''} ${words[place + 1] ?? ''}`);
};

const joinsTwoThings = (words: readonly string[], index: number): boolean => {
  const join = (words[index] ?? '').toLowerCase();
  const [before, after] = [words[index - 1], words[index + 1]].map((word) => bare(word ?? ''));
  if (!JOINS.has(join) || before === undefined || after === undefined || before === '' || after === '') return false;
  if (REST.test(after) || PAIRS.has(`${before} ${after}`.toLowerCase())) return false;
  if (isName(before, index === 1) && isName(after, false)) return false;
  if (/\d/u.test(before) && /\d/u.test(after)) return false;
  return !(isEither(join) && OCCASION.test(words.slice(0, index).join(' ')));
};

const isEither = (join: string): boolean => join === 'lub' || join === 'albo';

const bare = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** A capital letter is a name, but the first word of the sentence has one anyway. */
const isName = (word: string, isFirst: boolean): boolean =>
  isFirst ? /^\p{Lu}{2}/u.test(word) : /^\p{Lu}/u.test(word);
