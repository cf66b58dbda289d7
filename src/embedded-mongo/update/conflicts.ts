import { Refusal } from '../refusal';
import type { Path } from './paths';

/** No path may be changed twice, nor together with a part of itself. */
export const checkConflicts = (paths: readonly Path[]): void => {
  const taken = new Set<string>();
  const parents = new Set<string>();
  for (const path of paths) {
    const whole = path.join('.');
    const above = path.slice(1).map((_name, index) => path.slice(0, index + 1).join('.'));
    const clash = taken.has(whole) || parents.has(whole) ? whole : above.find((parent) => taken.has(parent));
    if (clash !== undefined)
      throw new Refusal(40, `Updating the path '${whole}' would create a conflict at '${clash}'`);
    taken.add(whole);
    for (const parent of above) parents.add(parent);
  }
};
