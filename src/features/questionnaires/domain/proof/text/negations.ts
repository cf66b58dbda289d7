/** "a nie ze wskaźników", "nie tylko", "czy nie" contrast rather than deny. */
const HARMLESS = /(?<!\p{L})(?:(?:a|czy|lub|albo) nie|nie (?:tylko|dotyczy|wiem))(?!\p{L})/giu;
const DENYING = /(?<!\p{L})(?:nie|bez|nigdy|nikt|nikogo|nikomu|nic|niczego|żad\p{Ll}+)(?!\p{L})/giu;
/** Polish doubles them without denying twice: "nikt nie pomógł". */
const CONCORD = /^(nigdy|nikt|nikogo|nikomu|nic|niczego|żad)/iu;

export interface Negations {
  /** The words that deny, as they stand. */
  readonly words: readonly string[];
  /** How often the sense turns round: "nigdy nie" does once, "bez … nie" twice. */
  readonly turns: number;
}

/** What a sentence denies. Who disagrees with a denial must think twice; two denials in one sentence mislead. */
export const negationsIn = (sentence: string): Negations => {
  const plain = sentence.replaceAll('\u00a0', ' ').replace(HARMLESS, (match) => '·'.repeat(match.length));
  const words = [...plain.matchAll(DENYING)].map(([word]) => word);
  const plainDenials = words.filter((word) => !CONCORD.test(word)).length;
  return { words, turns: Math.max(plainDenials, words.length > 0 ? 1 : 0) };
};
