import type { ItemReference, MatrixRow } from '../../evaluations/domain';
import type { RowForm } from './inputs';
import { styleOf, wordTyped } from './number-words';
import type { Translator } from '../../../platform/i18n';

export const EMPTY_FORM: RowForm = {
  wersja: 0,
  cel: '',
  kryterium: 'relevance',
  wlasne: '',
  pytanie: '',
  pomocnicze: '',
  rodzaj: 'liczba',
  wskaznik: '',
  zmienna: '',
  pokazana: '',
  miara: '',
  kod: [],
  kolumna: '',
  waga: '',
  wartosc: '',
  plan: '',
  jednostka: '',
  zrodlo: '',
  do: '',
  kierunek: 'at-least',
  prog: '',
  zrodla: '',
  metody: '',
  pozycja: [],
  analiza: '',
  odpowiedz: '',
};

const KINDS = { number: 'liczba', typed: 'wpisany', words: 'slowa' } as const;

/** `owes-clients|J5` */
export const itemValue = ({ questionnaire, item }: ItemReference): string => `${questionnaire}|${item}`;

/** The form of a question that is there. */
export const formOf = (row: MatrixRow, revision: number, translator: Translator): RowForm => {
  const { criterion, indicator } = row;
  return {
    ...EMPTY_FORM,
    wersja: revision,
    cel: row.objective === null ? '' : String(row.objective),
    kryterium: criterion.kind === 'own' ? 'wlasne' : criterion.code,
    wlasne: criterion.kind === 'own' ? criterion.name : '',
    pytanie: row.question,
    pomocnicze: row.subQuestions.join('\n'),
    rodzaj: KINDS[indicator.kind],
    wskaznik: indicator.label,
    ...numberFields(row),
    ...typedFields(row, translator),
    kierunek: row.threshold?.comparison ?? 'at-least',
    prog: thresholdText(row, translator),
    zrodla: row.sources,
    metody: row.methods,
    pozycja: row.items.map(itemValue),
    analiza: row.analysis,
    odpowiedz: row.answer,
  };
};

const numberFields = ({ indicator }: MatrixRow): Partial<RowForm> => {
  if (indicator.kind !== 'number') return {};
  const { dataset, row, column, measure, weight } = indicator.number;
  const variable = `${dataset}|${row.variable}`;
  return {
    zmienna: variable,
    pokazana: variable,
    miara: measure,
    kod: [...row.codes],
    kolumna: column === null ? '' : `${column.variable}:${column.code}`,
    waga: weight ?? '',
  };
};

const typedFields = ({ indicator }: MatrixRow, translator: Translator): Partial<RowForm> => {
  if (indicator.kind !== 'typed') return {};
  const worded = (value: number | null): string => (value === null ? '' : wordTyped(value, translator));
  return {
    wartosc: worded(indicator.value),
    plan: worded(indicator.planned),
    jednostka: indicator.unit,
    zrodlo: indicator.source,
    do: indicator.until ?? '',
  };
};

const thresholdText = ({ threshold, indicator }: MatrixRow, translator: Translator): string => {
  if (threshold === null) return '';
  const isShare = indicator.kind === 'number' && styleOf(indicator.number.measure) === 'percent';
  return isShare ? `${wordTyped(threshold.value * 100, translator)}%` : wordTyped(threshold.value, translator);
};
