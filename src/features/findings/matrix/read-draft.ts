import { isDay } from '../../questionnaires/domain';
import type { OpenDataset } from '../../analysis';
import {
  CRITERIA,
  MATRIX_LIMITS,
  type Criterion,
  type Indicator,
  type MatrixRowDraft,
  type Threshold,
} from '../../evaluations/domain';
import type { RowForm } from './inputs';
import { styleOf } from './number-words';
import { readAmount, readShare } from './read-amount';
import { categoriesOf, findVariable, measuresOf } from './read-variables';

/** What of a form cannot be saved: the field it concerns, and which sentence says so. */
export interface FormFault {
  readonly field: string;
  readonly sentence: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface ReadDraft {
  /** Whole even where there are faults, so that a preview can be made; saved only without them. */
  readonly draft: MatrixRowDraft;
  readonly faults: readonly FormFault[];
}

/** A form as a question of the matrix, or everything that stands in the way. */
export const readDraft = (form: RowForm, datasets: readonly OpenDataset[]): ReadDraft => {
  const faults: FormFault[] = [];
  const fault = (field: string, sentence: string, details?: FormFault['details']): void => {
    faults.push({ field, sentence, ...(details === undefined ? {} : { details }) });
  };
  const text = (field: keyof RowForm, most: number): string => {
    const value = clean(String(form[field]));
    if (value.length > most) fault(field, 'too-long', { most });
    return value;
  };
  const question = text('pytanie', MATRIX_LIMITS.question);
  if (question === '') fault('pytanie', 'question');
  const subQuestions = linesOf(form.pomocnicze);
  if (subQuestions.length > MATRIX_LIMITS.subQuestions)
    fault('pomocnicze', 'too-many-sub', { most: MATRIX_LIMITS.subQuestions });
  if (subQuestions.some((line) => line.length > MATRIX_LIMITS.question))
    fault('pomocnicze', 'too-long', { most: MATRIX_LIMITS.question });
  const label = text('wskaznik', MATRIX_LIMITS.label);
  if (label === '') fault('wskaznik', 'label');
  const indicator = readIndicator(form, label, { datasets, fault });
  return {
    draft: {
      objective: /^\d+$/.test(form.cel) ? Number(form.cel) : null,
      criterion: readCriterion(form, fault),
      question,
      subQuestions,
      indicator,
      threshold: readThreshold(form, indicator, fault),
      sources: text('zrodla', MATRIX_LIMITS.text),
      methods: text('metody', MATRIX_LIMITS.text),
      items: form.pozycja.flatMap(readItem).slice(0, MATRIX_LIMITS.items),
      analysis: text('analiza', MATRIX_LIMITS.text),
      answer: text('odpowiedz', MATRIX_LIMITS.answer),
    },
    faults,
  };
};

type Fault = (field: string, sentence: string, details?: FormFault['details']) => void;

/** Without what is not seen: control characters and space at both ends. Ends of lines stay. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what is taken away
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim();

const linesOf = (text: string): readonly string[] =>
  clean(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const readItem = (value: string): MatrixRowDraft['items'] => {
  const at = value.indexOf('|');
  const [questionnaire, item] = [value.slice(0, at), value.slice(at + 1)];
  return at <= 0 || item === '' ? [] : [{ questionnaire, item }];
};

const readCriterion = ({ kryterium, wlasne }: RowForm, fault: Fault): Criterion => {
  const code = CRITERIA.find((known) => known === kryterium);
  if (code !== undefined) return { kind: 'listed', code };
  const name = clean(wlasne).replaceAll('\n', ' ');
  if (name === '') fault('wlasne', 'own');
  if (name.length > MATRIX_LIMITS.name) fault('wlasne', 'too-long', { most: MATRIX_LIMITS.name });
  return { kind: 'own', name };
};

interface Setting {
  readonly datasets: readonly OpenDataset[];
  readonly fault: Fault;
}

const readIndicator = (form: RowForm, label: string, setting: Setting): Indicator => {
  switch (form.rodzaj) {
    case 'slowa':
      return { kind: 'words', label };
    case 'wpisany':
      return readTyped(form, label, setting.fault);
    case 'liczba':
      return readNumber(form, label, setting);
  }
};

const readTyped = (form: RowForm, label: string, fault: Fault): Indicator => {
  const number = (field: 'wartosc' | 'plan', sentence: string): number | null => {
    const amount = readAmount(form[field]);
    if (amount === undefined) fault(field, sentence);
    return amount?.value ?? null;
  };
  const value = number('wartosc', 'value');
  const source = clean(form.zrodlo);
  if (value !== null && source === '') fault('zrodlo', 'source');
  if (source.length > MATRIX_LIMITS.label) fault('zrodlo', 'too-long', { most: MATRIX_LIMITS.label });
  const unit = clean(form.jednostka);
  if (unit.length > MATRIX_LIMITS.name) fault('jednostka', 'too-long', { most: MATRIX_LIMITS.name });
  const until = form.do.trim();
  if (until !== '' && !isDay(until)) fault('do', 'until');
  return {
    kind: 'typed',
    label,
    value,
    planned: number('plan', 'planned'),
    unit,
    source,
    until: until === '' ? null : until,
  };
};

const readNumber = (form: RowForm, label: string, { datasets, fault }: Setting): Indicator => {
  const at = form.zmienna.indexOf('|');
  const wanted = { dataset: form.zmienna.slice(0, Math.max(0, at)), variable: form.zmienna.slice(at + 1) };
  const variable = form.zmienna === '' ? undefined : findVariable(datasets, wanted);
  const colon = form.kolumna.lastIndexOf(':');
  const codes = form.miara === 'udzial' ? form.kod : [];
  if (form.zmienna === '') fault('zmienna', 'variable');
  else if (variable === undefined) fault('zmienna', 'variable-gone');
  else if (form.pokazana !== form.zmienna || !measuresOf(variable).includes(form.miara)) fault('miara', 'measure');
  else if (form.miara === 'udzial' && codes.length === 0) fault('kod', 'codes');
  else if (codes.some((code) => categoriesOf(variable).every((one) => one.code !== code))) fault('kod', 'codes-gone');
  return {
    kind: 'number',
    label,
    number: {
      dataset: wanted.dataset,
      row: { variable: wanted.variable, codes },
      column: colon <= 0 ? null : { variable: form.kolumna.slice(0, colon), code: form.kolumna.slice(colon + 1) },
      measure: form.miara,
      weight: form.waga === '' ? null : form.waga,
    },
  };
};

const readThreshold = ({ prog, kierunek }: RowForm, indicator: Indicator, fault: Fault): Threshold | null => {
  const style = indicator.kind === 'number' ? styleOf(indicator.number.measure) : 'typed';
  const value = style === 'percent' ? readShare(prog) : (readAmount(prog) as { value: number } | null | undefined);
  const limit = typeof value === 'object' && value !== null ? value.value : value;
  if (limit === undefined) fault('prog', 'threshold');
  if (limit == null) return null;
  if (style === 'percent' && (limit < 0 || limit > 1)) fault('prog', 'threshold-range');
  return { comparison: kierunek, value: limit };
};
