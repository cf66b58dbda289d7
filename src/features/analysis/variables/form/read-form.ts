import {
  faultOf,
  type Band,
  type Derivation,
  type DerivationFault,
  type Group,
  type Target,
} from '../../domain/derived';
import type { DerivedForm, GroupLine } from './derived-form';

export interface FormReading {
  readonly derivation: Derivation;
  /** Numbers that are none; everything else is judged with the variables at hand. */
  readonly faults: readonly DerivationFault[];
}

/** A definition from what was typed. Lines left empty are no groups. */
export const readForm = (form: DerivedForm): FormReading => {
  const faults: DerivationFault[] = [];
  return { derivation: derivationFrom(form, faults), faults };
};

const derivationFrom = (form: DerivedForm, faults: DerivationFault[]): Derivation => {
  const { kind, source, options, items, reversed } = form;
  switch (kind) {
    case 'recode': {
      const groups = groupsFrom(form.groups, faults);
      const codeAt = new Map(groups.map(({ line, group }) => [`g${line}`, group.code]));
      const assignments = [...form.targets].flatMap(([code, text]) => {
        const target = targetFrom(text, codeAt);
        return target === null ? [] : [{ code, target }];
      });
      return { kind, source, level: form.level, groups: groups.map(({ group }) => group), assignments };
    }
    case 'bands':
      return { kind, source, bands: bandsFrom(form.groups, faults), outside: outsideFrom(form.outside) };
    case 'scale':
      return {
        kind,
        items,
        reversed: reversed.filter((item) => items.includes(item)),
        summary: form.summary,
        least: numberFrom(form.least) ?? NaN,
      };
    case 'count':
      return { kind, source, options };
    case 'mark':
      return { kind, source, options, yes: form.yes.trim(), no: form.no.trim() };
    case 'expression': {
      const groups = form.result === 'category' ? groupsFrom(form.groups, faults).map(({ group }) => group) : [];
      return { kind, text: form.expression.trim(), result: form.result, groups };
    }
  }
};

export const isEmptyLine = ({ label, value, from, to }: GroupLine): boolean =>
  `${label}${value}${from}${to}`.trim() === '';

/** With the number of the line each was typed in. */
const groupsFrom = (
  lines: readonly GroupLine[],
  faults: DerivationFault[],
): readonly { readonly line: number; readonly group: Group }[] =>
  lines.flatMap((line, at) => (isEmptyLine(line) ? [] : [{ line: at, group: groupFrom(line, `group-${at}`, faults) }]));

const groupFrom = ({ code, label, value }: GroupLine, field: string, faults: DerivationFault[]): Group => ({
  code: code.trim(),
  label: label.trim(),
  value: typedNumber(value, field, faults),
});

const bandsFrom = (lines: readonly GroupLine[], faults: DerivationFault[]): readonly Band[] =>
  lines.flatMap((line, at): readonly Band[] => {
    if (isEmptyLine(line)) return [];
    const field = `band-${at}`;
    return [
      {
        group: groupFrom({ ...line, value: '' }, field, faults),
        from: typedNumber(line.from, field, faults),
        to: typedNumber(line.to, field, faults),
      },
    ];
  });

const targetFrom = (text: string, codeAt: ReadonlyMap<string, string>): Target | null => {
  if (text === 'pomin') return { kind: 'left-out' };
  if (text === '97' || text === '98' || text === '99') return { kind: 'missing', state: MISSING[text] };
  const group = codeAt.get(text);
  return group === undefined ? null : { kind: 'group', group };
};

const MISSING = { 97: 97, 98: 98, 99: 99 } as const;

const outsideFrom = (text: string): Exclude<Target, { kind: 'group' }> =>
  text === 'pomin' ? { kind: 'left-out' } : { kind: 'missing', state: text === '97' ? 97 : text === '98' ? 98 : 99 };

const typedNumber = (text: string, field: string, faults: DerivationFault[]): number | null => {
  if (text.trim() === '') return null;
  const value = numberFrom(text);
  if (value === null) faults.push(faultOf('group-value', field, { text: text.slice(0, 40) }));
  return value;
};

/** As people here write numbers: a comma or a dot, spaces in thousands, either minus. */
const numberFrom = (text: string): number | null => {
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? Number(plain) : null;
};
