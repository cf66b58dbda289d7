import type { Band, Derivation, DerivedVersion, Group, Target } from '../../domain/derived';
import { EMPTY_LINE, type DerivedForm, type GroupLine } from './derived-form';

const written = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

const lineOf = ({ code, label, value }: Group): GroupLine => ({ ...EMPTY_LINE, code, label, value: written(value) });

const bandLine = ({ group, from, to }: Band): GroupLine => ({ ...lineOf(group), from: written(from), to: written(to) });

const targetText = (target: Target, groups: readonly Group[]): string => {
  switch (target.kind) {
    case 'group':
      return `g${groups.findIndex(({ code }) => code === target.group)}`;
    case 'missing':
      return String(target.state);
    case 'left-out':
      return 'pomin';
  }
};

/** The form that a saved version came from. */
export const formOf = ({ name, label, derivation }: DerivedVersion): DerivedForm => ({
  ...PLAIN,
  kind: derivation.kind,
  name,
  label,
  ...partOf(derivation),
});

const PLAIN = {
  source: '',
  level: 'nominal',
  groups: [],
  targets: new Map<string, string>(),
  outside: '99',
  items: [],
  reversed: [],
  summary: 'mean',
  least: '',
  options: [],
  yes: '',
  no: '',
  expression: '',
  result: 'number',
} as const;

const partOf = (derivation: Derivation): Partial<DerivedForm> => {
  switch (derivation.kind) {
    case 'recode': {
      const { source, level, groups, assignments } = derivation;
      const targets = new Map(assignments.map(({ code, target }) => [code, targetText(target, groups)]));
      return { source, level, groups: groups.map(lineOf), targets };
    }
    case 'bands':
      return {
        source: derivation.source,
        groups: derivation.bands.map(bandLine),
        outside: targetText(derivation.outside, []),
      };
    case 'scale': {
      const { items, reversed, summary, least } = derivation;
      return { source: items[0] ?? '', items, reversed, summary, least: String(least) };
    }
    case 'count':
      return { source: derivation.source, options: derivation.options };
    case 'mark': {
      const { source, options, yes, no } = derivation;
      return { source, options, yes, no };
    }
    case 'expression':
      return { expression: derivation.text, result: derivation.result, groups: derivation.groups.map(lineOf) };
  }
};
