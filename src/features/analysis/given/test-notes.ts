import { capitalised } from '../../../platform/i18n';
import type { DisclosedBlock } from '../domain/tables';
import { presentTest, testLine } from '../tables/present-test';
import { bannerName, type GivenWords } from './given-words';

/** More columns than this are not compared by the tables. */
const MOST_COMPARED = 40;

/** The tests of one block and what its letters mean. */
export const testNotes = (block: DisclosedBlock, words: GivenWords): readonly string[] => {
  const { level } = words.given;
  if (words.given.table.columns.length < 2 || block.sensitive) return [];
  if (level === 0) return [words.t('frozen:notes.noTest')];
  return [
    ...block.tests.map((test) =>
      capitalised(testLine(presentTest(test, bannerName(test.variable, words), level, words.translator))),
    ),
    ...(hasLetters(block) ? [lettersNote(words)] : []),
  ];
};

/** Of means: what the letters say of them, or that there are none; a number has a test of its own. */
export const meanTestNotes = (blocks: readonly DisclosedBlock[], words: GivenWords): readonly string[] => {
  const [first] = blocks;
  if (first === undefined || words.given.table.columns.length < 2 || first.sensitive) return [];
  if (first.kind === 'number') return testNotes(first, words);
  if (!isCompared(blocks, words)) return [words.t('frozen:notes.noTest')];
  const hasAny = blocks.some(({ summaries }) =>
    hasLetters({ rows: [], summaries: summaries.filter(({ kind }) => kind === 'mean') }),
  );
  return [hasAny ? lettersNote(words) : words.t('frozen:notes.noLetters')];
};

/** Some two groups of one banner have means that vary: more columns than the tables compare are not compared at all. */
export const isCompared = (blocks: readonly DisclosedBlock[], { given: { table, level } }: GivenWords): boolean => {
  if (level === 0) return false;
  const banners = [...new Set(table.columns.flatMap(({ variable }) => variable ?? []))];
  return banners.some((banner) => {
    const places = table.columns.flatMap(({ variable }, at) => (variable === banner ? [at] : []));
    return (
      places.length <= MOST_COMPARED &&
      blocks.some(({ summaries }) => {
        const means = summaries.find(({ kind }) => kind === 'mean')?.cells ?? [];
        return places.filter((at) => (means[at]?.se ?? 0) > 0).length > 1;
      })
    );
  });
};

const lettersNote = ({ t, format, given: { level } }: GivenWords): string =>
  t('frozen:notes.letters', { level: format.decimal(level, 2) });

const hasLetters = ({ rows, summaries }: Pick<DisclosedBlock, 'rows' | 'summaries'>): boolean =>
  [...rows, ...summaries].some(({ cells }) => cells.some((cell) => (cell?.higherThan.length ?? 0) > 0));
