import type { BatteryRow, Choice, Item, QuestionnaireDefinition } from '../definition';

export type TextKind =
  | 'title'
  | 'lead'
  | 'page'
  | 'text'
  | 'hint'
  | 'choice'
  | 'row'
  | 'low'
  | 'high'
  | 'unit'
  | 'agree'
  | 'decline'
  | 'constraint';

/** A text that respondents read, and where it stands. */
export interface TextPlace {
  /** `title`, `page/rola`, `K1/text`, `K1/choice/pes`, `J1/row`, …: the key of its translations. */
  readonly key: string;
  readonly kind: TextKind;
  readonly polish: string;
  /** Code of its item; the code of the battery for a row. Null for title, lead and titles of pages. */
  readonly item: string | null;
  /** Null for title and lead. */
  readonly page: string | null;
}

/** Gives the words that are to stand in a place. */
export type Wording = (place: TextPlace) => string;

/**
 * The definition with other words in each place that respondents read, blocks included; codes, conditions and limits
 * stay. Places are met in the order of asking. An empty text has no place: there is nothing to translate.
 */
export const withTexts = (definition: QuestionnaireDefinition, wording: Wording): QuestionnaireDefinition => {
  const put = (place: TextPlace): string => (place.polish.trim() === '' ? place.polish : wording(place));
  const { title, lead, pages } = definition;
  return {
    ...definition,
    title: put({ key: 'title', kind: 'title', polish: title, item: null, page: null }),
    lead: put({ key: 'lead', kind: 'lead', polish: lead, item: null, page: null }),
    pages: pages.map((page) => ({
      ...page,
      title: put({ key: `page/${page.id}`, kind: 'page', polish: page.title, item: null, page: page.id }),
      items: page.items.map((item) => itemWithTexts(item, page.id, put)),
    })),
  };
};

const itemWithTexts = (item: Item, page: string, put: Wording): Item => {
  const at = (kind: TextKind, polish: string, code?: string): string =>
    put({
      key: code === undefined ? `${item.code}/${kind}` : `${item.code}/${kind}/${code}`,
      kind,
      polish,
      item: item.code,
      page,
    });
  // Its text is for the author; nobody is shown it.
  if (item.kind === 'calculated') return item;
  const head = {
    text: at('text', item.text),
    ...(item.hint === undefined ? {} : { hint: at('hint', item.hint) }),
  };
  const body = bodyWithTexts(item, page, put, at);
  const foot = item.constraintText === undefined ? {} : { constraintText: at('constraint', item.constraintText) };
  return { ...body, ...head, ...foot };
};

type At = (kind: TextKind, polish: string, code?: string) => string;

const bodyWithTexts = (item: Item, page: string, put: Wording, at: At): Item => {
  const choicesOf = (choices: readonly Choice[]): readonly Choice[] =>
    choices.map((choice) => ({ ...choice, label: at('choice', choice.label, choice.code) }));
  const rowsOf = (rows: readonly BatteryRow[]): readonly BatteryRow[] =>
    rows.map((row) => ({
      ...row,
      text: put({ key: `${row.code}/row`, kind: 'row', polish: row.text, item: item.code, page }),
    }));
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return { ...item, choices: choicesOf(item.choices) };
    case 'battery':
      return { ...item, rows: rowsOf(item.rows), choices: choicesOf(item.choices) };
    case 'scale0to10':
      return { ...item, lowLabel: at('low', item.lowLabel), highLabel: at('high', item.highLabel) };
    case 'number':
      return item.unit === undefined ? item : { ...item, unit: at('unit', item.unit) };
    case 'sum':
      return { ...item, rows: rowsOf(item.rows), ...(item.unit === undefined ? {} : { unit: at('unit', item.unit) }) };
    case 'consent':
      return {
        ...item,
        agreeLabel: at('agree', item.agreeLabel),
        declineLabel: at('decline', item.declineLabel),
      };
    case 'repeat':
      return { ...item, items: item.items.map((inner) => itemWithTexts(inner, page, put)) };
    case 'information':
    case 'territory':
    case 'open':
    case 'date':
    case 'email':
    case 'calculated':
      return item;
  }
};

/** Every text that respondents read, in the order of asking. */
export const textsOf = (definition: QuestionnaireDefinition): readonly TextPlace[] => {
  const places: TextPlace[] = [];
  withTexts(definition, (place) => {
    places.push(place);
    return place.polish;
  });
  return places;
};
