import type { Translator } from '../../../platform/i18n';
import type { Band, Derivation, Lookup, Target } from '../domain/derived';
import { versionedName } from '../domain/derived';
import type { Draft } from './check-draft';

export interface DefinitionLine {
  readonly name: string;
  readonly text: string;
}

/** A definition in words, one line for each part of it. */
export const presentDefinition = (draft: Draft, lookup: Lookup, translator: Translator): readonly DefinitionLine[] => {
  const { t } = translator;
  return [
    line(t('variables:say.label'), draft.label),
    ...linesOf(draft.derivation, lookup, translator),
    ...(draft.pins.length === 0 ? [] : [line(t('variables:say.pins'), draft.pins.map(versionedName).join(', '))]),
  ];
};

const line = (name: string, text: string): DefinitionLine => ({ name, text });

const linesOf = (derivation: Derivation, lookup: Lookup, translator: Translator): readonly DefinitionLine[] => {
  const { t } = translator;
  switch (derivation.kind) {
    case 'recode':
      return recodeLines(derivation, lookup, translator);
    case 'bands':
      return [
        line(t('variables:say.source'), sourceText(derivation.source, lookup)),
        ...derivation.bands.map((band) => line(groupName(band.group, translator), bandText(band, translator))),
        line(t('variables:say.outside'), targetText(derivation.outside, translator)),
      ];
    case 'scale':
      return [
        line(t('variables:say.items'), derivation.items.join(', ')),
        line(t('variables:say.reversed'), derivation.reversed.join(', ') || t('variables:say.none')),
        line(t('variables:say.summary'), t(`variables:form.summaries.${derivation.summary}`)),
        line(
          t('variables:say.least'),
          t('variables:say.leastText', { least: derivation.least, items: derivation.items.length }),
        ),
      ];
    case 'count':
    case 'mark':
      return [
        line(t('variables:say.source'), sourceText(derivation.source, lookup)),
        line(t('variables:say.options'), answersText(derivation.source, derivation.options, lookup)),
        ...(derivation.kind === 'mark' ? [line(t('variables:say.yes'), `${derivation.yes}, ${derivation.no}`)] : []),
      ];
    case 'expression':
      return [
        line(t('variables:say.expression'), derivation.text),
        line(t('variables:say.result'), t(`variables:form.results.${derivation.result}`)),
        ...derivation.groups.map((group) =>
          line(t('variables:say.category', { ...group }), groupLabel(group, translator)),
        ),
      ];
  }
};

const recodeLines = (
  { source, level, groups, assignments }: Extract<Derivation, { kind: 'recode' }>,
  lookup: Lookup,
  translator: Translator,
): readonly DefinitionLine[] => {
  const { t } = translator;
  const sentTo = (wanted: (target: Target) => boolean): string =>
    answersText(
      source,
      assignments.flatMap(({ code, target }) => (wanted(target) ? [code] : [])),
      lookup,
    );
  const others = ([97, 98, 99] as const).flatMap((state) => {
    const text = sentTo((target) => target.kind === 'missing' && target.state === state);
    return text === '' ? [] : [line(t('variables:say.missing', { state }), text)];
  });
  const leftOut = sentTo(({ kind }) => kind === 'left-out');
  return [
    line(t('variables:say.source'), sourceText(source, lookup)),
    line(t('variables:say.level'), t(`variables:level.${level}`)),
    ...groups.map((group) =>
      line(
        groupName(group, translator),
        sentTo((target) => target.kind === 'group' && target.group === group.code) || t('variables:say.nothing'),
      ),
    ),
    ...others,
    ...(leftOut === '' ? [] : [line(t('variables:say.left-out'), leftOut)]),
  ];
};

type NamedGroup = Band['group'];

const groupName = (group: NamedGroup, { t, format }: Translator): string =>
  group.value === null
    ? t('variables:say.group', { ...group })
    : t('variables:say.groupValue', { ...group, value: format.decimal(group.value, decimalsOf(group.value)) });

const groupLabel = ({ label, value }: NamedGroup, { format }: Translator): string =>
  value === null ? label : `${label} (${format.decimal(value, decimalsOf(value))})`;

/** As many places as the number has, four at most. */
export const decimalsOf = (value: number): number => Math.min(4, (String(value).split('.')[1] ?? '').length);

const bandText = ({ from, to }: Band, { t, format }: Translator): string => {
  const shown = (value: number): string => format.decimal(value, decimalsOf(value));
  if (from !== null && to !== null) return t('variables:say.bandBoth', { from: shown(from), to: shown(to) });
  if (from !== null) return t('variables:say.bandFrom', { from: shown(from) });
  return to === null ? t('variables:say.bandAny') : t('variables:say.bandTo', { to: shown(to) });
};

const targetText = (target: Exclude<Target, { kind: 'group' }>, { t }: Translator): string =>
  t(`variables:form.target.${target.kind === 'left-out' ? 'pomin' : target.state}`);

const sourceText = (name: string, lookup: Lookup): string => {
  const label = lookup(name)?.label;
  return label === undefined || label === name ? name : `${name}. ${label}`;
};

/** Answers by their labels, where the source still has them. */
const answersText = (source: string, codes: readonly string[], lookup: Lookup): string => {
  const variable = lookup(source);
  const categories = variable !== undefined && 'categories' in variable ? variable.categories : [];
  return codes.map((code) => categories.find((category) => category.code === code)?.label ?? code).join('; ');
};
