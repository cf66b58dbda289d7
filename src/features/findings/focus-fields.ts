import { capitalised, type Translator } from '../../platform/i18n';
import type { GivenTable } from '../analysis';
import type { Field, Option } from './form-fields';
import { columnText, numberText, type FocusChoice } from './focus-text';
import type { Sentences } from './suggest-sentences';

/** As in a number's address. */
const MEASURES = {
  mean: 'srednia',
  median: 'mediana',
  'top-two': 'dwie-najwyzsze',
  'bottom-two': 'dwie-najnizsze',
  recommendation: 'nps',
} as const;

const MOST_OPTIONS = 300;
const LONGEST_OPTION = 160;

/** Sentences of the rules to choose from; null where they have nothing to say. */
export const suggestionField = (
  { suggestions, draft }: Sentences,
  { number }: FocusChoice,
  { t }: Translator,
): Field | null => {
  if (suggestions.length === 0) return null;
  const isOwn = number !== '' || draft === null;
  return {
    kind: 'select',
    name: 'skupienie',
    label: t('findings:focus.skupienie.label'),
    hint: t('findings:focus.skupienie.hint'),
    error: null,
    options: [
      ...suggestions.map(({ text, draft: { title } }) => ({
        value: text,
        text: shortened(title),
        isChosen: !isOwn && title === draft.title,
      })),
      { value: '', text: t('findings:focus.skupienie.own'), isChosen: isOwn },
    ],
    empty: null,
  };
};

type Choice = readonly [value: string, text: string];

/** Which number a finding is about, of whom, and compared with whom. */
export const focusFields = (given: GivenTable, chosen: FocusChoice, translator: Translator): readonly Field[] => {
  const { t } = translator;
  const columns = columnsOf(given);
  const field = (name: string, value: string, choices: readonly Choice[], hasHint = false): Field => ({
    kind: 'select',
    name,
    label: t(`findings:focus.${name}.label`),
    hint: hasHint ? t(`findings:focus.${name}.hint`) : null,
    error: null,
    options: choices.map(([code, text]): Option => ({ value: code, text, isChosen: code === value })),
    empty: null,
  });
  return [
    field('liczba', chosen.number, [['', t('findings:focus.liczba.all')], ...numbersOf(given, translator)], true),
    ...(columns.length === 0
      ? []
      : [
          field('grupa', chosen.group, [['', t('findings:focus.grupa.all')], ...columns]),
          field('wobec', chosen.against, [['', t('findings:focus.wobec.none')], ...columns]),
        ]),
  ];
};

const numbersOf = ({ table }: GivenTable, { t }: Translator): readonly Choice[] =>
  table.blocks
    .flatMap(({ variable, label, rows, summaries }): readonly Choice[] => {
      const name = table.blocks.length === 1 ? '' : `${variable}. ${label}: `;
      return [
        ...summaries.map(({ kind }): Choice => {
          const measure = MEASURES[kind];
          return [numberText(variable, measure, []), shortened(`${name}${t(`findings:focus.measure.${measure}`)}`)];
        }),
        ...rows.map((row): Choice => [
          numberText(variable, 'udzial', row.code.split('+')),
          shortened(`${name}${t('findings:focus.share', { answer: row.label })}`),
        ]),
      ];
    })
    .slice(0, MOST_OPTIONS);

const columnsOf = ({ table, names }: GivenTable): readonly Choice[] =>
  table.columns
    .flatMap(({ variable, code, label, within }): readonly Choice[] => {
      if (variable === null || code === null) return [];
      const banner = names.find(({ name }) => name === (within?.inner ?? variable))?.label ?? variable;
      const outer = within === undefined ? '' : `${within.label} › `;
      return [[columnText({ variable, code }), shortened(`${capitalised(banner)}: ${outer}${label}`)]];
    })
    .slice(0, MOST_OPTIONS);

const shortened = (text: string): string =>
  text.length <= LONGEST_OPTION ? text : `${text.slice(0, LONGEST_OPTION - 1).trimEnd()}…`;
