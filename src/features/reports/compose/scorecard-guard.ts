import type { Block } from '../domain';
import type { Composing } from './composing';
import { INSTITUTION } from './datasets';
import type { Drawn } from './drawn';
import type { LiveSource } from '../domain';

type Guarded = Pick<Composing, 'wanted' | 'evaluation' | 'translator'>;

/** All institutions but that of the scorecard, and all of them while it is of none; empty for other reports. */
const othersOf = ({ wanted: { report }, evaluation }: Pick<Composing, 'wanted' | 'evaluation'>) => {
  const isGuarded = report.institution !== null || report.kind === 'scorecard';
  return isGuarded ? evaluation.institutions.filter(({ code }) => code !== report.institution) : [];
};

/** A text that tells of a rated institution by its name; the office that commissions the study may be named. */
export const mentionsOthers = (text: string, composing: Pick<Composing, 'wanted' | 'evaluation'>): boolean =>
  othersOf(composing).some(
    ({ kind, name, shortName }) => kind === 'owes' && [name, shortName].some((one) => one !== '' && text.includes(one)),
  );

/** A scorecard tells nothing of another institution, whatever was put into it: such a block becomes a sentence. */
export const withoutOthers = (part: Drawn, composing: Guarded): Drawn => {
  if (othersOf(composing).length === 0) return part;
  const text = composing.translator.t('compose:scorecard.named');
  const isNamed = (block: Block): boolean => mentionsOthers(JSON.stringify(block), composing);
  if (!part.blocks.some(isNamed)) return part;
  return {
    blocks: part.blocks.map((block) => (isNamed(block) ? { kind: 'text', text } : block)),
    notices: [...part.notices, text],
  };
};

/** On a scorecard all other institutions are one column. */
export const pooled = (source: LiveSource, composing: Guarded): LiveSource => {
  const others = othersOf(composing);
  const isByInstitution = source.columns.some((column) => column.split('>').includes(INSTITUTION));
  if (others.length === 0 || !isByInstitution) return source;
  const merge = {
    variable: INSTITUTION,
    codes: others.map(({ code }) => code),
    label: composing.translator.t('compose:scorecard.others'),
  };
  return { ...source, merges: [...(source.merges ?? []).filter(({ variable }) => variable !== INSTITUTION), merge] };
};
