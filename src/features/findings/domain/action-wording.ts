const LOOKED_AT = 6;

/** Verbs that say what is to be done end like this: "uprościć", "pomóc". */
const INFINITIVE = /(?:[aeiouyąęóśź]ć|(?:m|om)óc|biec|strzec|rzec|lec|piec|wlec)(?:\s+się)?$/u;
/** Nouns that end like infinitives: "jakość", "sieć", "pięć". */
const NOUN =
  /(?:ość|(?:^|po|opo)wieść|^(?:nie)?chęć|^pamięć|^(?:za|prze)?sieć|^płeć|^śmierć|^nić|^część|^treść|^cześć|^maść|^boleść|^pięść|^sześć|^pięć|^dziewięć|^dziesięć|dziesiąt)$/u;
/** Names of actions: "uproszczenie", "uruchomienie", "przyjęcie", "skrócenie". */
const ACTION_NOUN = /(?:anie|enie|ęcie|ycie|icie|ucie|yzacja|izacja)$/u;
const NOT_ACTIONS = new Set(['mieszkanie', 'zdanie', 'życie', 'ubranie', 'zadanie', 'danie', 'pytanie', 'śniadanie']);
/** "wprowadźmy", "wprowadźcie". */
const IMPERATIVE = /(?:jmy|ćmy|źmy|śmy|żmy|czmy|szmy|cie)$/u;
const CALLS = new Set([
  'należy',
  'trzeba',
  'warto',
  'powinien',
  'powinna',
  'powinno',
  'powinny',
  'proponujemy',
  'rekomendujemy',
  'zalecamy',
  'zaleca',
  'rekomenduje',
  'should',
  'must',
]);

/** Whether a recommendation is worded as something to do, rather than as a thing or a wish. */
export const isAction = (title: string): boolean => {
  const words = title
    .toLocaleLowerCase('pl')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .slice(0, LOOKED_AT);
  const [first = ''] = words;
  if (isActionNoun(first) || (first.length > 5 && IMPERATIVE.test(first))) return true;
  return words.some((word) => CALLS.has(word) || isInfinitive(word));
};

const isInfinitive = (word: string): boolean => INFINITIVE.test(word) && !NOUN.test(word);

const isActionNoun = (word: string): boolean => word.length > 5 && ACTION_NOUN.test(word) && !NOT_ACTIONS.has(word);
