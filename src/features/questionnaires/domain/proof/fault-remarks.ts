import type { DefinitionFault } from '..';
import type { PlacedItem } from './asked-places';
import { NOWHERE, remark, type Remark, type RemarkPlace } from './remark';

/** The faults of a definition among the remarks; the first of a kind at each place. */
export const faultRemarks = (faults: readonly DefinitionFault[], places: readonly PlacedItem[]): readonly Remark[] =>
  faults.map(({ code, kind, details, character }) =>
    remark('fault', placeOf(code, places), {
      ...details,
      fault: kind,
      ...(code === null ? {} : { code }),
      ...(character === undefined ? {} : { character }),
    }),
  );

/** A fault names an item or one of its fields; `O1_U1a` is a field that `O1` has in a block. */
const placeOf = (code: string | null, places: readonly PlacedItem[]): RemarkPlace => {
  if (code === null) return NOWHERE;
  const place =
    places.find(({ item }) => item === code) ??
    places.find(({ asked }) => 'rows' in asked && asked.rows.some((row) => row.code === code)) ??
    places.find(({ item }) => code.startsWith(`${item}_`));
  return place === undefined ? { ...NOWHERE, item: code, field: code } : { ...place, field: code };
};
