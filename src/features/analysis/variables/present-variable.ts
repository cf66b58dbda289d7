import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { versionedName } from '../domain/derived';
import { dictionaryAddress, variableAddress } from './address';
import { lookupOf } from './check-draft';
import type { VariableChange } from './history';
import { presentDefinition, type DefinitionLine } from './present-definition';
import { presentFault } from './present-faults';
import { presentOutcome, type OutcomeView } from './present-outcome';
import type { ReadVariable } from './read-variable';

export interface VariableView {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
  readonly newest: { readonly text: string; readonly address: string } | null;
  readonly definition: readonly DefinitionLine[];
  readonly outcome: OutcomeView | null;
  readonly log: readonly LogLine[];
  readonly dataset: string;
  /** Newest version: what deleting and restoring must have seen. */
  readonly seen: number;
  readonly remove: string | null;
  readonly restore: { readonly address: string; readonly version: number; readonly text: string } | null;
}

interface LogLine {
  readonly version: number;
  readonly address: string;
  readonly link: string;
  readonly isShown: boolean;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly details: readonly string[];
}

export const presentVariable = (read: ReadVariable, translator: Translator): VariableView => {
  const { t, format } = translator;
  const { desk, change, history, isCurrent } = read;
  const { evaluation, dataset } = desk;
  const newest = history.at(-1) ?? change;
  const address = (name: string): string => variableAddress(evaluation.id, dataset.code, name);
  const isGone = newest.kind === 'deleted';
  return {
    title: t('variables:show.title', { name: change.name, label: change.label }),
    lead: t('variables:show.lead', {
      kind: t(`variables:make.kind.${change.derivation.kind}`),
      version: change.version,
      day: format.day(dayOf(change.at)),
      by: change.by.name,
    }),
    back: dictionaryAddress(evaluation.id, dataset.code),
    notes: notesOf(read, translator),
    warnings: warningsOf(read, newest, translator),
    newest: isCurrent || isGone ? null : { text: t('variables:show.olderLink'), address: address(change.name) },
    definition: presentDefinition(change, lookupOf(desk, change.pins), translator),
    outcome: read.outcome === null ? null : presentOutcome(read.outcome, translator),
    log: history.toReversed().map((one) => logLine(one, read, translator)),
    dataset: dataset.code,
    seen: newest.version,
    remove: isCurrent ? address(change.name).replace('?', '/usun?') : null,
    restore: isCurrent
      ? null
      : {
          address: address(change.name).replace('?', '/przywroc?'),
          version: change.version,
          text: t('variables:show.restore', { version: change.version }),
        },
  };
};

const notesOf = ({ change, users }: ReadVariable, { t }: Translator): readonly string[] => [
  t('variables:show.address', { name: versionedName(change) }),
  ...(users.length === 0 ? [] : [t('variables:show.users', { names: users.map(({ name }) => name).join(', ') })]),
];

const warningsOf = (
  { change, fault, outdated, outcome }: ReadVariable,
  newest: VariableChange,
  translator: Translator,
): readonly string[] => {
  const { t, format } = translator;
  return [
    ...(newest.kind === 'deleted'
      ? [t('variables:show.deleted', { day: format.day(dayOf(newest.at)), by: newest.by.name })]
      : change.version < newest.version
        ? [t('variables:show.older', { version: change.version, newest: newest.version })]
        : []),
    ...(outcome === null && fault !== null
      ? [t('variables:show.fault', { reason: presentFault(fault, translator) })]
      : []),
    ...outdated.map(({ name, version, newest: now }) =>
      now === null
        ? t('variables:show.outdatedGone', { name, version })
        : t('variables:show.outdated', { name, version, newest: now }),
    ),
  ];
};

const logLine = (
  change: VariableChange,
  { desk, history, change: shown }: ReadVariable,
  translator: Translator,
): LogLine => {
  const { t, format } = translator;
  const before = history.find(({ version }) => version === change.version - 1);
  return {
    version: change.version,
    address: variableAddress(desk.evaluation.id, desk.dataset.code, versionedName(change)),
    link: t('variables:log.open', { version: change.version }),
    isShown: change.version === shown.version,
    when: t('variables:log.at', { day: format.shortDay(dayOf(change.at)), time: format.time(change.at) }),
    who: change.by.name,
    what: t(`variables:log.kind.${change.kind}`),
    details: before === undefined ? [] : differences(before, change, desk, translator),
  };
};

/** What stood in the definition before and after, part by part. */
const differences = (
  before: VariableChange,
  after: VariableChange,
  desk: ReadVariable['desk'],
  translator: Translator,
): readonly string[] => {
  const { t } = translator;
  const linesOf = (change: VariableChange): readonly string[] =>
    presentDefinition(change, lookupOf(desk, change.pins), translator).map(({ name, text }) => `${name}: ${text}`);
  const [was, is] = [linesOf(before), linesOf(after)];
  const changed = [
    ...was.filter((text) => !is.includes(text)).map((text) => t('variables:log.before', { text })),
    ...is.filter((text) => !was.includes(text)).map((text) => t('variables:log.after', { text })),
  ];
  return changed.length === 0 ? [t('variables:log.same')] : changed;
};
