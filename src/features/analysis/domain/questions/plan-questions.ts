import type { AskedItem, CompiledVersion, ScaleCode } from '../../../questionnaires/domain';
import { itemsAboutInstitution } from './about-institution';
import { SECTION_OF, type Question, type RatedRow, type Section } from './question';

const RATING_SCALES: readonly ScaleCode[] = ['AGREE5', 'SAT5', 'QUAL5', 'IMP5', 'CHG5'];

/**
 * What the results page tells, read off the questionnaires: every item that serves a criterion, in the order of asking.
 * Items of the same meaning become one question; lone ratings on one scale in one section become one battery.
 *
 * @param versions the latest version of each questionnaire
 */
export const planQuestions = (versions: readonly CompiledVersion[]): readonly Question[] =>
  joinLoneRatings(joinSameMeaning(versions.flatMap(questionsOf)));

const questionsOf = (version: CompiledVersion): readonly Question[] => {
  const about = itemsAboutInstitution(version);
  return version.items.flatMap(({ item }) => questionOf(item, version.definition.code, about.has(item.code)));
};

const questionOf = (item: AskedItem, questionnaire: string, isAboutInstitution: boolean): readonly Question[] => {
  if (item.criterion === undefined || item.criterion === 'profil') return [];
  const base = {
    id: `${questionnaire}.${item.code}`,
    codes: item.code,
    text: item.text,
    section: SECTION_OF[item.criterion],
    comparisonCode: item.comparisonCode ?? null,
    isAboutInstitution,
  };
  const sources = [{ questionnaire, field: item.code }];
  switch (item.kind) {
    case 'battery':
      return [
        {
          ...base,
          kind: 'ratings',
          scale: item.scale ?? 'OWN',
          rows: item.rows.map((row) => rowOf(row, questionnaire)),
        },
      ];
    case 'single':
      return item.scale !== undefined && RATING_SCALES.includes(item.scale)
        ? [
            {
              ...base,
              kind: 'ratings',
              scale: item.scale,
              rows: [rowOf({ ...item, text: quotedIn(item.text) }, questionnaire)],
            },
          ]
        : [{ ...base, kind: 'choice', sources }];
    case 'consent':
      return [{ ...base, kind: 'choice', sources }];
    case 'multiple':
      return [{ ...base, kind: 'multiple', sources }];
    case 'scale0to10':
      return [{ ...base, kind: 'recommendation', sources }];
    case 'ranking':
      return [{ ...base, kind: 'ranking', sources }];
    case 'number':
      return item.notAbove === undefined
        ? []
        : [{ ...base, kind: 'remainder', whole: [{ questionnaire, field: item.notAbove }], part: sources }];
    case 'information':
    case 'territory':
    case 'open':
    case 'date':
    case 'email':
    case 'sum':
    case 'calculated':
      return [];
  }
};

type RowParts = { readonly code: string; readonly text: string; readonly comparisonCode?: string | null };

const rowOf = ({ code, text, comparisonCode = null }: RowParts, questionnaire: string): RatedRow => ({
  id: `${questionnaire}.${code}`,
  text,
  comparisonCode,
  sources: [{ questionnaire, field: code }],
});

/** The statement itself where a question quotes it: "Na ile … ze zdaniem: „…”?" */
const quotedIn = (text: string): string => /„(.+)”/.exec(text)?.[1] ?? text;

const joinSameMeaning = (questions: readonly Question[]): readonly Question[] => {
  const joined: Question[] = [];
  for (const question of questions) {
    const at = joined.findIndex(
      (other) => question.comparisonCode !== null && other.comparisonCode === question.comparisonCode,
    );
    const same = joined[at] && joinTwo(joined[at], question);
    if (same) joined[at] = same;
    else joined.push(question);
  }
  return joined;
};

const joinTwo = (first: Question, second: Question): Question | undefined => {
  const codes = `${first.codes}, ${second.codes}`;
  if (first.kind === 'ratings' && second.kind === 'ratings') {
    const [row, other] = [first.rows[0], second.rows[0]];
    if (row === undefined || other === undefined || first.rows.length + second.rows.length > 2) return undefined;
    return { ...first, codes, rows: [{ ...row, sources: [...row.sources, ...other.sources] }] };
  }
  if ('sources' in first && 'sources' in second && first.kind === second.kind)
    return { ...first, codes, sources: [...first.sources, ...second.sources] };
  return undefined;
};

const joinLoneRatings = (questions: readonly Question[]): readonly Question[] => {
  const joined: Question[] = [];
  for (const question of questions) {
    const at = joined.findIndex(
      (other) =>
        isLoneRating(other, question.section) &&
        isLoneRating(question, other.section) &&
        haveSameScale(other, question),
    );
    const other = joined[at];
    if (other?.kind === 'ratings' && question.kind === 'ratings')
      joined[at] = {
        ...other,
        codes: `${other.codes}, ${question.codes}`,
        text: null,
        rows: [...other.rows, ...question.rows],
      };
    else joined.push(question);
  }
  return joined;
};

/** A single rated item (or several already joined), comparable with nothing outside its questionnaire. */
const isLoneRating = (question: Question, section: Section): boolean =>
  question.kind === 'ratings' &&
  question.section === section &&
  question.comparisonCode === null &&
  question.rows.every(({ id }) => question.codes.split(', ').some((code) => id.endsWith(`.${code}`)));

const haveSameScale = (a: Question, b: Question): boolean =>
  a.kind === 'ratings' && b.kind === 'ratings' && a.scale === b.scale && a.scale !== 'OWN';
