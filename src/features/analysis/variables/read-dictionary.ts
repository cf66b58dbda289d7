import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import { compileVersion } from '../../questionnaires/domain';
import type { PublishedVersion } from '../../questionnaires';
import type { DeskNeeds } from '../desk-needs';
import type { DatasetName, OpenDataset } from '../datasets';
import type { DerivationFault } from '../domain/derived';
import { dictionaryEntry, type DictionaryEntry } from '../domain/dictionary/dictionary-entry';
import type { Variable } from '../domain/variables/variable';
import type { VariableChange } from './history';
import type { OpenVariables } from './open-variables';

export interface DictionaryWanted {
  readonly dataset: string;
  readonly words: string;
  readonly kind: Variable['kind'] | null;
  readonly origin: OriginKind | null;
  /** From 1; null: everything. */
  readonly page: number | null;
}

export const ORIGIN_KINDS = ['item', 'dimension', 'wave', 'derived', 'weight'] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

export interface Dictionary {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  readonly dataset: OpenDataset;
  readonly entries: readonly (DictionaryEntry & { readonly versions: readonly number[] })[];
  /** Variables that the filter lets through. */
  readonly found: number;
  readonly all: number;
  readonly pages: number;
  /** Derived variables that cannot be worked out from these answers. */
  readonly broken: readonly { readonly change: VariableChange; readonly fault: DerivationFault }[];
  readonly deleted: readonly VariableChange[];
}

export interface ReadDictionaryNeeds extends Pick<DeskNeeds, 'openDesk' | 'listVersions'> {
  readonly openVariables: OpenVariables;
}

export const PAGE_SIZE = 50;

/** Every variable of a data set, with what is known of it. */
export const readDictionary =
  ({ openDesk, openVariables, listVersions }: ReadDictionaryNeeds) =>
  async (id: EvaluationId, wanted: DictionaryWanted): Promise<Dictionary> => {
    const { evaluation, datasets, dataset } = await openDesk(id, wanted.dataset);
    const { definitions, derived } = await openVariables(id, dataset.code);
    const asksFields = dataset.kind === 'questionnaire';
    const versionsOf = asksFields ? fieldVersions(await listVersions(id), dataset.code) : () => [];
    const variables = [...dataset.set.variables.values()].filter(isListed);
    const found = variables.filter((variable) => isWanted(variable, wanted));
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    const from = wanted.page === null ? 0 : (Math.min(wanted.page, pages) - 1) * PAGE_SIZE;
    return {
      evaluation,
      datasets,
      dataset,
      entries: found.slice(from, wanted.page === null ? undefined : from + PAGE_SIZE).map((variable) => ({
        ...dictionaryEntry(variable, evaluation.smallestGroup),
        versions: versionsOf(variable.name),
      })),
      found: found.length,
      all: variables.length,
      pages,
      broken: definitions.current.flatMap((change) => {
        const fault = derived.faults.get(change.name);
        return fault === undefined ? [] : [{ change, fault }];
      }),
      deleted: definitions.deleted,
    };
  };

/** Older versions of weights answer to `waga_region@1`; the dictionary shows the newest. */
const isListed = ({ name, origin }: Variable): boolean => origin?.kind !== 'weight' || !name.includes('@');

const isWanted = (variable: Variable, { words, kind, origin }: DictionaryWanted): boolean =>
  (kind === null || variable.kind === kind) &&
  (origin === null || originOf(variable) === origin) &&
  words
    .toLocaleLowerCase('pl')
    .split(/\s+/)
    .every((word) => textOf(variable).includes(word));

/** Columns of a wave may not say where they come from. */
export const originOf = ({ origin }: Pick<Variable, 'origin'>): OriginKind => origin?.kind ?? 'wave';

const textOf = (variable: Variable): string =>
  [
    variable.name,
    variable.label,
    ...('categories' in variable ? variable.categories.map(({ label }) => label) : []),
    ...(variable.origin?.kind === 'item' ? [variable.origin.wording, variable.origin.comparisonCode ?? ''] : []),
  ]
    .join(' ')
    .toLocaleLowerCase('pl');

const fieldsKnown = new WeakMap<PublishedVersion['definition'], ReadonlySet<string>>();

/** Which versions of the questionnaire asked a field, oldest first. */
const fieldVersions = (
  published: readonly PublishedVersion[],
  code: string,
): ((field: string) => readonly number[]) => {
  const versions = published
    .filter((version) => version.code === code)
    .toSorted((a, b) => a.version - b.version)
    .map(({ version, definition }) => {
      const fields =
        fieldsKnown.get(definition) ?? new Set(compileVersion(definition).fields.map((field) => field.code));
      fieldsKnown.set(definition, fields);
      return { version, fields };
    });
  return (field) => versions.flatMap(({ version, fields }) => (fields.has(field) ? [version] : []));
};
