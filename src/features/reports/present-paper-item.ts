import { capitalised, type Translator } from '../../platform/i18n';
import type { AskedItem, Choice, Item, QuestionnaireDefinition } from '../questionnaires/domain';
import type { Block, PaperAnswer, PaperColumn, PaperQuestion, PaperRow } from './domain';
import { presentPaperHints } from './present-paper-hints';

/** An item as it is printed; a block of items once for each choice or number it repeats over. */
export const presentPaperItem = (
  item: Item,
  definition: QuestionnaireDefinition,
  translator: Translator,
): readonly Block[] => {
  if (item.kind === 'calculated') return [];
  if (item.kind === 'repeat') return presentRepeat(item, definition, translator);
  return [questionOf(item, definition, translator)];
};

type Printed = Exclude<AskedItem, { kind: 'calculated' }>;

const questionOf = (item: Printed, definition: QuestionnaireDefinition, translator: Translator): PaperQuestion => ({
  kind: 'paper-question',
  code: item.kind === 'information' ? '' : item.code,
  text: withGaps(item.text, translator),
  hints: presentPaperHints(item, definition, translator),
  answer: answerOf(item, translator),
});

const LONG_TEXT = 200;
const LINES = { short: 1, long: 4 };
const BOXES_OF = { date: 8, territory: 7 } as const;

const answerOf = (item: Printed, translator: Translator): PaperAnswer => {
  const { t } = translator;
  switch (item.kind) {
    case 'information':
      return { kind: 'none' };
    case 'single':
      return { kind: 'choices', mark: 'circle', choices: item.choices.map(paperChoice) };
    case 'multiple':
    case 'ranking':
      return { kind: 'choices', mark: 'square', choices: item.choices.map(paperChoice) };
    case 'consent':
      return {
        kind: 'choices',
        mark: 'circle',
        choices: [
          { code: 'tak', label: item.agreeLabel, hasLine: false },
          { code: 'nie', label: item.declineLabel, hasLine: false },
        ],
      };
    case 'battery':
      return { kind: 'grid', columns: item.choices.map(columnOf), rows: item.rows.map(rowOf) };
    case 'scale0to10':
      return { kind: 'grid', columns: ZERO_TO_TEN, rows: [{ code: item.code, text: endsOf(item) }] };
    case 'sum':
      return {
        kind: 'numbers',
        rows: item.rows.map(rowOf),
        unit: item.unit ?? '',
        closing: t('reports:paper.total', { total: item.total, unit: item.unit ?? '' }),
      };
    case 'number':
      return { kind: 'boxes', count: String(item.most).length, unit: item.unit ?? '' };
    case 'date':
      return { kind: 'boxes', count: BOXES_OF.date, unit: t('reports:paper.date') };
    case 'territory':
      return { kind: 'lines', count: LINES.short };
    case 'email':
      return { kind: 'lines', count: LINES.short };
    case 'open':
      return { kind: 'lines', count: item.longest <= LONG_TEXT || item.oneLine === true ? LINES.short : LINES.long };
  }
};

const paperChoice = ({ code, label, other }: Choice) => ({ code, label: capitalised(label), hasLine: other === true });
const columnOf = ({ code, label }: Choice): PaperColumn => ({ code, label: capitalised(label) });
const rowOf = ({ code, text }: PaperRow): PaperRow => ({ code, text });
const ZERO_TO_TEN: readonly PaperColumn[] = Array.from({ length: 11 }, (_, value) => ({
  code: String(value),
  label: String(value),
}));
const endsOf = ({ lowLabel, highLabel }: Extract<Item, { kind: 'scale0to10' }>): string =>
  `0 – ${lowLabel}, 10 – ${highLabel}`;

/** What a screen fills in from an earlier answer stands as a gap on paper. */
const withGaps = (text: string, { t }: Translator): string =>
  text.replace(/\$\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}/g, (_, code: string) => t('reports:paper.gap', { code }));

type Repeat = Extract<Item, { kind: 'repeat' }>;

interface RepeatedBlock {
  readonly code: string;
  readonly label: string;
}

const presentRepeat = (item: Repeat, definition: QuestionnaireDefinition, translator: Translator): readonly Block[] => {
  const over = definition.pages.flatMap(({ items }) => items).find(({ code }) => code === item.over);
  const blocks = blocksOf(item, over);
  return [
    { kind: 'heading', level: 3, text: translator.t('reports:paper.block', { code: item.over }) },
    ...item.items.flatMap((inner) => presentInner(inner, item.over, blocks, definition, translator)),
  ];
};

const blocksOf = ({ most = 1 }: Repeat, over: Item | undefined): readonly RepeatedBlock[] =>
  over !== undefined && 'choices' in over
    ? over.choices
        .filter(({ exclusive, missing }) => exclusive !== true && missing === undefined)
        .map(({ code, label }) => ({ code, label }))
    : Array.from({ length: most }, (_, index) => ({ code: String(index + 1), label: String(index + 1) }));

/** A question with one answer becomes one grid of all blocks; any other is printed block by block. */
const presentInner = (
  inner: Item,
  over: string,
  blocks: readonly RepeatedBlock[],
  definition: QuestionnaireDefinition,
  translator: Translator,
): readonly Block[] => {
  if (inner.kind === 'calculated' || inner.kind === 'repeat') return [];
  const text = (label: string): string => inner.text.replaceAll(`\${${over}}`, label);
  if (inner.kind !== 'single' || inner.choices.some(({ other }) => other))
    return blocks.map(({ code, label }) =>
      questionOf({ ...inner, code: `${inner.code}_${code}`, text: text(label) }, definition, translator),
    );
  return [
    {
      ...questionOf({ ...inner, text: text('…') }, definition, translator),
      answer: {
        kind: 'grid',
        columns: inner.choices.map(columnOf),
        rows: blocks.map(({ code, label }) => ({ code: `${inner.code}_${code}`, text: label })),
      },
    },
  ];
};
