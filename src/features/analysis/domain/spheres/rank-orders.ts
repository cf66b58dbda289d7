import type { Rankers } from './group-rankers';
import { measureGroup, type MeasuredGroup, type Placed } from './measure-spheres';

/** A person's order of spheres: codes, the most important first; empty when nothing was ranked. */
export type Order = readonly string[];

/**
 * Orders that are no answers to a questionnaire, measured as if they were. A code that is not among the choices takes its place and earns
 * nobody points; places beyond the last one are not counted.
 */
export const measureOrders = (
  { choices, most }: Pick<Placed, 'choices' | 'most'>,
  orders: readonly Order[],
): MeasuredGroup => {
  const ranked = orders.filter((order) => order.length > 0);
  const at = new Map(choices.map(({ code }, index) => [code, index]));
  const places = choices.map(() => new Uint8Array(ranked.length));
  ranked.forEach((order, person) => {
    order.slice(0, most).forEach((code, place) => {
      const column = places[at.get(code) ?? -1];
      if (column?.[person] === 0) column[person] = place + 1;
    });
  });
  const rankers: Rankers = {
    group: 'experts',
    origin: 'meeting',
    questions: [],
    members: Uint32Array.from(ranked, (_, person) => person),
    silent: orders.length - ranked.length,
  };
  return measureGroup({ choices, most, places }, rankers);
};
