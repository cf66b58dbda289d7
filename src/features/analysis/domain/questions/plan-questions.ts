import { answerSignature, type AskedItem, type CompiledVersion, type ScaleCode } from '../../../questionnaires/domain';
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
  joinLoneRatings(joinSameMeaning(versions.flatMap(plannedOf))).map(({ question }) => question);

/** The questions of one version alone, none joined. */
export const questionsOf = (version: CompiledVersion): readonly Question[] =>
  plannedOf(version).map(({ question }) => question);

/** A question on its way to be joined with others. */
interface Planned {
  readonly question: Question;
  /** What can be answered: only questions of one offer may be joined. */
  readonly offer: string;
}

const plannedOf = (version: CompiledVersion): readonly Planned[] => {
  const about = itemsAboutInstitution(version);
  return version.items.flatMap(({ item }) =>
    questionOf(item, version.definition.code, about.has(item.code)).map((question) => ({
      question,
      offer: answerSignature(item),
    })),
  );
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
    apartFrom: [],
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

/** Questions of one comparison code become one, unless they offer other answers: then each names the other. */
const joinSameMeaning = (planned: readonly Planned[]): readonly Planned[] => {
  const joined: Planned[] = [];
  for (const { question, offer } of planned) {
    const same = joined.flatMap((other, at) =>
      question.comparisonCode !== null && other.question.comparisonCode === question.comparisonCode ? [at] : [],
    );
    const at = same.find((place) => joined[place]?.offer === offer) ?? -1;
    const both = joined[at] && joinTwo(joined[at].question, question);
    if (both) joined[at] = { question: both, offer };
    else joined.push({ question: namingApart(joined, same, { question, offer }), offer });
  }
  return joined;
};

/** The question with the codes of those it stays apart from; they get its own. */
const namingApart = (joined: Planned[], same: readonly number[], { question, offer }: Planned): Question => {
  const others = same.flatMap((place) => {
    const other = joined[place];
    return other === undefined || other.offer === offer ? [] : [{ place, other }];
  });
  for (const { place, other } of others)
    joined[place] = { offer: other.offer, question: apart(other.question, [question.codes]) };
  return apart(
    question,
    others.map(({ other }) => other.question.codes),
  );
};

const apart = (question: Question, codes: readonly string[]): Question => ({
  ...question,
  apartFrom: [...question.apartFrom, ...codes],
});

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

const joinLoneRatings = (planned: readonly Planned[]): readonly Planned[] => {
  const joined: Planned[] = [];
  for (const { question, offer } of planned) {
    const at = joined.findIndex(
      (other) =>
        isLoneRating(other.question, question.section) &&
        isLoneRating(question, other.question.section) &&
        haveSameScale(other.question, question) &&
        other.offer === offer,
    );
    const other = joined[at]?.question;
    if (other?.kind === 'ratings' && question.kind === 'ratings')
      joined[at] = {
        question: {
          ...other,
          codes: `${other.codes}, ${question.codes}`,
          text: null,
          rows: [...other.rows, ...question.rows],
        },
        offer,
      };
    else joined.push({ question, offer });
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
