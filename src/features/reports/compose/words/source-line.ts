import type { Translator } from '../../../../platform/i18n';
import type { GivenTable } from '../../../analysis';
import type { FilterCondition } from '../../../analysis/domain';
import type { Composing } from '../composing';
import { clip } from './clip';
import { wordingOf, type Unit } from './units';

const LONGEST_WORDING = 260;

/** What a number must stand with: question (unless the caption is it), base, n, method, field dates, state (domain 3.6, rule 10). */
export const sourceLine = (unit: Unit, given: GivenTable, composing: Composing, hasOwnTitle = false): string => {
  const { translator } = composing;
  const { t } = translator;
  const { weight, filter } = given.request;
  return [
    ...(hasOwnTitle
      ? [t('compose:source.question', { item: unit.item, question: clip(wordingOf(unit), LONGEST_WORDING) })]
      : []),
    t(`compose:source.base.${baseOf(unit)}`, { n: sizeText(unit, translator) }),
    ...(filter.length === 0 ? [] : [t('compose:source.filter', { filter: filterText(filter, given, translator) })]),
    ...(weight === null ? [] : [t('compose:source.weight', { weight: labelOf(weight, given, translator) })]),
    methodLine(given, composing),
  ].join(' ');
};

/** Under a figure, which says all the rest itself: method, field dates, state. */
export const methodLine = (given: GivenTable, { translator, evaluation, wanted, overview }: Composing): string => {
  const { t, format } = translator;
  const cut = given.dataCut ?? overview.dataCut;
  return [
    given.dataset.kind === 'wave'
      ? t('compose:source.wave', { title: given.dataset.title })
      : t('compose:source.method', { opens: format.shortDay(evaluation.opensOn), closes: format.shortDay(cut) }),
    t(`compose:source.state.${wanted.state}`, { day: format.day(cut) }),
  ].join(' ');
};

const baseOf = ({ blocks: [block] }: Unit): string => {
  if (block === undefined) return 'category';
  return block.kind === 'set' && block.percentsOf === 'mentions' ? 'mentions' : block.kind;
};

/** `n = 134`, of a battery `n = 128–134`. */
const sizeText = ({ blocks }: Unit, { t, format }: Translator): string => {
  const sizes = blocks.flatMap(({ bases: [base] }) => base?.n ?? []);
  if (sizes.length === 0) return t('compose:source.hidden');
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const n = least === most ? format.integer(least) : `${format.integer(least)}–${format.integer(most)}`;
  return t('compose:source.n', { n });
};

const labelOf = (name: string, { names }: GivenTable, { t, has }: Translator): string => {
  const label = names.find((one) => one.name === name)?.label ?? name;
  return clip(has(`compose:dimension.${name}`) ? t(`compose:dimension.${name}`) : label, LONGEST_WORDING);
};

const filterText = (filter: readonly FilterCondition[], given: GivenTable, translator: Translator): string => {
  const texts = filter.map(({ variable, codes }) => {
    const categories = given.names.find(({ name }) => name === variable)?.categories ?? [];
    const labels = codes.map((code) => categories.find((one) => one.code === code)?.label ?? code);
    return `${labelOf(variable, given, translator)}: ${labels.join(', ')}`;
  });
  return clip(texts.join('; '), LONGEST_WORDING);
};
