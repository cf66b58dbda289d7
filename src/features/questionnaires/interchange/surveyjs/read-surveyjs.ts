import { createRemarkBook, NOWHERE, type ImportReading } from '../report';
import { nestedTooDeep } from '../problems';
import { buildDefinition } from '../source/build-definition';
import { END, PAGE } from '../source/default-texts';
import { both } from '../source/expressions';
import { toSlug } from '../source/codes';
import type { SourceItem, SourcePage } from '../source/source-form';
import { get, isObject, listAt, localised, textAt, type JsonObject } from './json-value';
import { readElement, within } from './read-element';
import { readDynamicPanel } from './read-panel';
import { conditionAt, placeOf, type SurveyJsContext } from './survey-js-context';
import type { NameKind } from './translate-expression';

const DEEPEST = 15;

/** A survey of SurveyJS as a questionnaire. */
export const readSurveyJs = async (survey: JsonObject): Promise<ImportReading> => {
  const remarks = createRemarkBook();
  const pages = pagesOf(survey);
  const context: SurveyJsContext = { remarks, kindOf: namesIn(pages) };
  const title = localised(get(survey, 'title'));
  for (const key of Object.keys(survey))
    if (!KNOWN.has(key)) remarks.refused('setting', { ...NOWHERE, column: key }, { column: key });
  const definition = await buildDefinition(
    {
      code: toSlug(title.pl ?? ''),
      version: 1,
      title,
      lead: localised(get(survey, 'description')),
      minutes: 0,
      pages: [
        ...pages.map((page) => readPage(context, page)).filter(({ items }) => items.length > 0),
        ...endPage(survey),
      ],
      isOurs: false,
    },
    remarks,
  );
  return { format: 'surveyjs', definition, remarks: remarks.all() };
};

const KNOWN = new Set(
  'title description pages elements questions completedHtml locale logoPosition showProgressBar progressBarType showQuestionNumbers questionsOnPageMode widthMode width fitToContainer headerView'.split(
    ' ',
  ),
);

/** Old files have no pages. */
const pagesOf = (survey: JsonObject): readonly JsonObject[] => {
  const pages = listAt(survey, 'pages').filter(isObject);
  if (pages.length > 0) return pages;
  const elements = [...listAt(survey, 'elements'), ...listAt(survey, 'questions')];
  return elements.length === 0 ? [] : [{ name: 'pytania', elements }];
};

const elementsOf = (frame: JsonObject): readonly JsonObject[] =>
  [...listAt(frame, 'elements'), ...listAt(frame, 'questions'), ...listAt(frame, 'templateElements')].filter(isObject);

/** Every name that expressions can mention. */
const namesIn = (pages: readonly JsonObject[]): ((name: string) => NameKind) => {
  const kinds = new Map<string, NameKind>();
  const visit = (element: JsonObject, depth: number): void => {
    if (depth > DEEPEST) throw nestedTooDeep({ most: DEEPEST });
    const name = textAt(element, 'name');
    const isSeveral = ['checkbox', 'tagbox', 'ranking'].includes(textAt(element, 'type'));
    kinds.set(name, isSeveral ? 'several' : 'one');
    kinds.set(`${name}-Comment`, 'one');
    for (const row of listAt(element, 'rows'))
      kinds.set(`${name}_${isObject(row) ? textAt(row, 'value') : String(row)}`, 'one');
    for (const inner of elementsOf(element)) visit(inner, depth + 1);
  };
  for (const page of pages) for (const element of elementsOf(page)) visit(element, 1);
  return (name) => kinds.get(name) ?? null;
};

const readPage = (context: SurveyJsContext, page: JsonObject): SourcePage => {
  const condition = conditionAt(context, page, 'visibleIf');
  if (condition !== undefined) context.remarks.changed('group-condition', placeOf(page));
  const title = get(page, 'title');
  return {
    id: textAt(page, 'name'),
    place: placeOf(page),
    title: title === undefined ? PAGE : localised(title),
    items: readElements(context, elementsOf(page), condition),
  };
};

/** Questions one by one; a panel hands its condition on and loses its frame. */
const readElements = (
  context: SurveyJsContext,
  elements: readonly JsonObject[],
  condition: string | undefined,
): readonly SourceItem[] =>
  elements.flatMap((element) => {
    const type = textAt(element, 'type');
    if (type === 'panel') {
      context.remarks.changed('group-opened', placeOf(element), { title: localised(get(element, 'title')).pl ?? '' });
      return readElements(context, elementsOf(element), both(condition, conditionAt(context, element, 'visibleIf')));
    }
    const items =
      type === 'paneldynamic'
        ? readDynamicPanel(context, element, readElements(context, elementsOf(element), undefined))
        : [readElement(context, element)].filter((item) => item !== null);
    return items.map((item) => within(condition, item));
  });

const endPage = (survey: JsonObject): readonly SourcePage[] => {
  const text = localised(get(survey, 'completedHtml'));
  if ((text.pl ?? '') === '') return [];
  const item: SourceItem = { kind: 'information', code: 'Zakonczenie', place: NOWHERE, text };
  return [{ id: 'zakonczenie', place: NOWHERE, title: END, items: [item] }];
};
