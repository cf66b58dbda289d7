import { cleanExpression, cleanText } from './clean-text';
import { fieldOf, type FieldName, type FormPart, type ItemForm } from './item-form';
import type { FormIssue } from './item-of-form';

const LONGEST_TEXT = 500;
const LONGEST: Readonly<Partial<Record<FieldName, number>>> = {
  tekst: 5_000,
  wskazowka: 1_000,
  ograniczenie: 2_000,
  wyrazenie: 2_000,
};
const LARGEST = 1e12;

/** Reads fields one by one and notes what cannot be read. */
export interface Reader {
  readonly text: (name: FieldName) => string;
  readonly number: (name: FieldName) => number;
  readonly whole: (name: FieldName, least: number) => number;
  /** Undefined where the field is empty. */
  readonly optionalWhole: (name: FieldName, least: number) => number | undefined;
  /** `2026-01-31`, or nothing. */
  readonly day: (name: FieldName) => string;
}

export const createReader = (form: ItemForm, issues: FormIssue[]): Reader => {
  const whole = (name: FieldName, least: number): number => {
    const value = numberIn(fieldOf(form, name));
    if (value !== undefined && Number.isInteger(value) && value >= least) return value;
    issues.push({ part: name, fault: 'not-whole', details: { least } });
    return least;
  };
  return {
    text: (name) => within(name, cleaned(form, name), LONGEST[name] ?? LONGEST_TEXT, issues),
    number: (name) => {
      const value = numberIn(fieldOf(form, name));
      if (value === undefined) issues.push({ part: name, fault: 'not-a-number' });
      return value ?? 0;
    },
    whole,
    optionalWhole: (name, least) => (fieldOf(form, name).trim() === '' ? undefined : whole(name, least)),
    day: (name) => {
      const text = fieldOf(form, name).trim();
      if (text !== '' && !isDay(text)) issues.push({ part: name, fault: 'not-a-day' });
      return text;
    },
  };
};

const EXPRESSIONS: readonly FieldName[] = ['ograniczenie', 'wyrazenie'];

const cleaned = (form: ItemForm, name: FieldName): string =>
  EXPRESSIONS.includes(name) ? cleanExpression(fieldOf(form, name)) : cleanText(fieldOf(form, name));

/** The text as it is; an issue where it is too long. */
export const within = (part: FormPart, text: string, longest: number, issues: FormIssue[], index?: number): string => {
  if (text.length > longest)
    issues.push({
      part,
      fault: 'too-long',
      details: { longest, length: text.length },
      ...(index === undefined ? {} : { index }),
    });
  return text;
};

/** A number as people here type it: `1 200,5`, `−3`. Undefined for anything else. */
export const numberIn = (typed: string): number | undefined => {
  const plain = typed
    .replace(/[\s\u00a0]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  const value = /^-?\d{1,13}(\.\d{1,6})?$/.test(plain) ? Number(plain) : NaN;
  return Math.abs(value) <= LARGEST ? value : undefined;
};

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
