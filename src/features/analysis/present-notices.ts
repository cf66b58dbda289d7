import type { Noticed, ResultsFilter, VersionNotice } from './domain';
import type { Words } from './present-words';

/** True when a page shows a part of the respondents. */
export const isFiltered = ({ completeOnly, ...chosen }: ResultsFilter): boolean =>
  completeOnly || Object.values(chosen).some((value) => value !== null);

/**
 * What a reader must know before comparing: `Treść pytania J4 zmieniona w wersji 8 (19 listopada 2026); 341 odpowiedzi dotyczy
 * wersji wcześniejszej`. Fields that changed together share a sentence. Numbers are of the whole evaluation.
 */
export const noticeSentences = (
  { notices, apartFrom }: Noticed,
  isPartial: boolean,
  words: Words,
): readonly string[] => [
  ...together(notices).map((alike) => sentenceOf(alike, isPartial, words)),
  ...(apartFrom.length === 0 ? [] : [words.t('analysis:versions.apart', { codes: apartFrom.join(', ') })]),
];

/** The same in few words, for a tile. */
export const shortNotices = ({ notices, apartFrom }: Noticed, { t }: Words): readonly string[] => [
  ...new Set(notices.map(({ kind, version }) => t(`analysis:versions.short.${kind}`, { version }))),
  ...(apartFrom.length === 0 ? [] : [t('analysis:versions.short.apart', { codes: apartFrom.join(', ') })]),
];

/** Notices of one kind and one version, of however many fields. */
const together = (notices: readonly VersionNotice[]): readonly (readonly [VersionNotice, ...VersionNotice[]])[] => {
  const groups = new Map<string, [VersionNotice, ...VersionNotice[]]>();
  for (const notice of notices) {
    const key = `${notice.kind} ${notice.questionnaire} ${notice.version}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [notice]);
    else known.push(notice);
  }
  return [...groups.values()];
};

const sentenceOf = (alike: readonly [VersionNotice, ...VersionNotice[]], isPartial: boolean, words: Words): string => {
  const { t, format } = words;
  const [{ kind, version, publishedOn }] = alike;
  const parameters = {
    count: alike.length,
    codes: alike.map(({ code }) => code).join(', '),
    when:
      publishedOn === null
        ? t('analysis:versions.version', { version })
        : t('analysis:versions.versionOn', { version, day: format.day(publishedOn) }),
    answers: answersOf(alike, words),
  };
  const sentence = t(`analysis:versions.${kind}`, parameters);
  return isPartial ? t('analysis:versions.ofAll', { sentence }) : sentence;
};

/** `341 odpowiedzi dotyczy wersji wcześniejszej`; without a number where it would be too small to be told. */
const answersOf = (alike: readonly VersionNotice[], { t, format }: Words): string => {
  const counts = alike.map(({ earlier }) => earlier);
  if (counts.some((count) => count === null)) return t('analysis:versions.someAnswers');
  const numbers = counts.filter((count) => count !== null);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const n = least === most ? format.integer(most) : `${format.integer(least)}–${format.integer(most)}`;
  return t('analysis:versions.answers', { count: most, n });
};
