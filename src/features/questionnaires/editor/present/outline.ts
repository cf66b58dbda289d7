import type { Translator } from '../../../../platform/i18n';
import type { Item, QuestionnaireDefinition } from '../../domain';
import { innerItems } from '../../domain/edit';
import { shortened } from '../label-of';

export interface OutlineItem {
  readonly code: string;
  /** `9`, `7.2` within a block, `–` for what is no question. */
  readonly number: string;
  readonly label: string;
  readonly address: string;
  readonly isCurrent: boolean;
  readonly isInner: boolean;
  /** Where it would go when dropped before the next: page or block, and the item it follows. */
  readonly page: string;
  readonly block: string;
  /** "2 otwarte uwagi", or nothing. */
  readonly comments: string | null;
}

export interface OutlinePage {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly isCurrent: boolean;
  readonly items: readonly OutlineItem[];
}

export interface OutlineState {
  readonly home: string;
  /** Code of the item or id of the page that is open. */
  readonly current: string | null;
  /** Open comments by code of the item. */
  readonly openComments: ReadonlyMap<string, number>;
}

const LONGEST_LABEL = 56;

/** Pages and items of a questionnaire, in order and numbered as people speak of them. */
export const presentOutline = (
  { t }: Pick<Translator, 't'>,
  definition: QuestionnaireDefinition,
  { home, current, openComments }: OutlineState,
): readonly OutlinePage[] => {
  const numbers = itemNumbers(definition);
  const entry = (item: Item, page: string, block: string): OutlineItem => {
    const open = openComments.get(item.code) ?? 0;
    return {
      code: item.code,
      number: numbers.get(item.code) ?? '–',
      label: itemLabel(t, item),
      address: `${home}/pytania/${item.code}`,
      isCurrent: item.code === current,
      isInner: block !== '',
      page,
      block,
      comments: open === 0 ? null : t('editor:comments.open', { count: open }),
    };
  };
  return definition.pages.map(({ id, title, items }, index) => ({
    id,
    title: pageName(t, index, title),
    address: `${home}/strony/${encodeURIComponent(id)}`,
    isCurrent: id === current,
    items: items.flatMap((item) => [
      entry(item, id, ''),
      ...innerItems(item).map((inner) => entry(inner, id, item.code)),
    ]),
  }));
};

export const pageName = (t: Translator['t'], index: number, title: string): string =>
  title.trim() === ''
    ? t('editor:outline.page-untitled', { number: index + 1 })
    : t('editor:outline.page', { number: index + 1, title });

/** First words, and how many rows: "Ocena jakości (5)". */
export const itemLabel = (t: Translator['t'], item: Item): string => {
  const text = shortened(item.text, LONGEST_LABEL) || t('editor:outline.no-text');
  return 'rows' in item ? `${text} (${item.rows.length})` : text;
};

/** Numbers of what respondents are asked; texts and calculated values have none. */
export const itemNumbers = (definition: QuestionnaireDefinition): ReadonlyMap<string, string> => {
  const numbers = new Map<string, string>();
  let number = 0;
  for (const item of definition.pages.flatMap(({ items }) => items)) {
    if (item.kind === 'information' || item.kind === 'calculated') continue;
    number += 1;
    numbers.set(item.code, String(number));
    let inner = 0;
    for (const { code, kind } of innerItems(item)) {
      if (kind === 'information' || kind === 'calculated') continue;
      inner += 1;
      numbers.set(code, `${number}.${inner}`);
    }
  }
  return numbers;
};
