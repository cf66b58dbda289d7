import type { VariableInput } from '../inputs';
import { kindNamed, type DerivedForm, type GroupLine } from './derived-form';
import { isEmptyLine } from './read-form';

/** The form as it was posted. Lines left empty between others are closed up, and targets follow them. */
export const postedForm = (input: VariableInput): DerivedForm => {
  const kept = postedLines(input).flatMap((line, was) => (isEmptyLine(line) ? [] : [{ line, was }]));
  const moved = new Map(kept.map(({ was }, at) => [`g${was}`, `g${at}`]));
  return {
    kind: kindNamed(input.rodzaj) ?? 'expression',
    name: input.nazwa.trim(),
    label: input.etykieta.trim(),
    source: input.zrodlo,
    level: input.poziom,
    groups: kept.map(({ line }) => line),
    targets: new Map(
      input['cel-kod'].map((code, at) => {
        const target = input.cel[at] ?? '';
        return [code, target.startsWith('g') ? (moved.get(target) ?? '') : target];
      }),
    ),
    outside: input.poza,
    items: input.pozycja,
    reversed: input.odwrocona,
    summary: input.podsumowanie,
    least: input.najmniej,
    options: input.opcja,
    yes: input.tak,
    no: input.nie,
    expression: input.wyrazenie,
    result: input.wynik,
  };
};

const postedLines = (input: VariableInput): readonly GroupLine[] =>
  input['g-etykieta'].map((label, at) => ({
    label,
    code: input['g-kod'][at] ?? '',
    value: input['g-wartosc'][at] ?? '',
    from: input['g-od'][at] ?? '',
    to: input['g-do'][at] ?? '',
  }));
