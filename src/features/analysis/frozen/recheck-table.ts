import { Problem } from '../../../platform/problems';
import type { OpenDataset } from '../datasets';
import { changedPlaces, type ChangedPlaces } from '../domain/frozen/power-sums';
import { numbersOf } from '../domain/frozen/numbers-of';
import type { DisclosedTable } from '../domain/tables';
import { digestOf } from './digest';
import { hashGiven, type FreezeNeeds } from './freeze-table';
import type { ChangeCause, FrozenTable, NumberDifference, Recheck, VariableDigest } from './frozen-table';
import { giveTable } from './give-table';

/** Counts a frozen table again at its own cut, and names what changed behind it. */
export const recheckTable =
  (needs: FreezeNeeds) =>
  async (frozen: FrozenTable): Promise<Recheck> => {
    const record: readonly ChangeCause[] = hashGiven(frozen) === frozen.hash ? [] : [{ kind: 'record' }];
    const counted = await needs.publications.readPublication(frozen.publication).catch(orGone);
    if ('gone' in counted)
      return { frozen, isSame: false, differences: [], causes: [...record, { kind: 'gone', variable: counted.gone }] };
    const { opened, table } = counted;
    const { level, publication } = frozen;
    const found = await giveTable(needs)(frozen.evaluationId, { opened, table, level, publication });
    const differences = differencesIn(frozen.table, found.table);
    return { frozen, isSame: differences.length === 0, differences, causes: [...record, ...causesOf(frozen, opened)] };
  };

const orGone = (error: unknown): { readonly gone: string } => {
  if (error instanceof Problem && error.code === 'publications.gone') return { gone: String(error.details['name']) };
  throw error;
};

const differencesIn = (told: DisclosedTable, found: DisclosedTable): readonly NumberDifference[] => {
  const [before, now] = [numbersOf(told), numbersOf(found)];
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((place) => {
    const difference = { place, told: before.get(place) ?? null, found: now.get(place) ?? null };
    return difference.told === difference.found ? [] : [difference];
  });
};

const causesOf = (frozen: FrozenTable, opened: OpenDataset): readonly ChangeCause[] => {
  const { set } = opened;
  if (set.n !== frozen.respondents) return [{ kind: 'respondents', told: frozen.respondents, found: set.n }];
  const now = new Map(digestOf(set, frozen.request).variables.map((digest) => [digest.name, digest]));
  return frozen.digest.variables.flatMap((told) => {
    const found = now.get(told.name);
    return found === undefined
      ? [{ kind: 'gone', variable: told.name } as const]
      : changesOf(told, found, { opened, isWeight: told.name === frozen.request.weight });
  });
};

const changesOf = (
  told: VariableDigest,
  found: VariableDigest,
  { opened, isWeight }: { readonly opened: OpenDataset; readonly isWeight: boolean },
): readonly ChangeCause[] => {
  const places = changedPlaces(opened.set.n, told.sums, found.sums);
  return [
    ...(told.definition === found.definition ? [] : [{ kind: 'definition', variable: told.name } as const]),
    ...(places.length === 0
      ? []
      : [
          {
            kind: isWeight ? ('weight' as const) : ('answers' as const),
            variable: told.name,
            responses: places.map(asNumbers(opened)),
          },
        ]),
  ];
};

/** Places in the data set as the numbers that responses bear. */
const asNumbers =
  ({ numbers }: OpenDataset) =>
  ({ from, to }: ChangedPlaces): { readonly from: number; readonly to: number } => ({
    from: numbers?.[from] ?? from + 1,
    to: numbers?.[to] ?? to + 1,
  });
