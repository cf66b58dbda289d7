import type { BatteryRow, Item } from '../definition';

/** Old code → new code. */
export type Renumbering = ReadonlyMap<string, string>;

/**
 * New names for groups of codes, the same number throughout a group: `D4_2` with `D4a_2`.
 *
 * @param inUse codes that the new ones must not meet
 */
export const renumberingOf = (groups: readonly (readonly string[])[], inUse: Iterable<string>): Renumbering => {
  const met = new Set(inUse);
  const names = new Map<string, string>();
  for (const codes of groups) {
    let number = 2;
    while (codes.some((code) => met.has(`${code}_${number}`))) number += 1;
    for (const code of codes) {
      names.set(code, `${code}_${number}`);
      met.add(`${code}_${number}`);
    }
  }
  return names;
};

const MENTION = /\$\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}/g;

/** The item under its new codes; what it says about renumbered ones follows. */
export const renumber = (item: Item, names: Renumbering): Item => {
  const follow = (text: string): string =>
    text.replace(MENTION, (mention, code: string) => {
      const name = names.get(code);
      return name === undefined ? mention : `\${${name}}`;
    });
  const followed = JSON.parse(JSON.stringify(item), (_key, value: unknown) =>
    typeof value === 'string' ? follow(value) : value,
  ) as Item;
  return named(followed, names);
};

const named = (item: Item, names: Renumbering): Item => {
  const own: Item = { ...item, code: names.get(item.code) ?? item.code };
  if (own.kind === 'repeat')
    return { ...own, over: names.get(own.over) ?? own.over, items: own.items.map((inner) => named(inner, names)) };
  if (own.kind === 'number' && own.notAbove !== undefined)
    return { ...own, notAbove: names.get(own.notAbove) ?? own.notAbove };
  if (own.kind !== 'battery' && own.kind !== 'sum') return own;
  return { ...own, rows: own.rows.map((row): BatteryRow => ({ ...row, code: names.get(row.code) ?? row.code })) };
};
