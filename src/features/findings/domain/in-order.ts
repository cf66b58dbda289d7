/** What was put into an order comes as it was put; the rest follows as it is. */
export const inOrder = <Thing extends { readonly id: string }>(
  things: readonly Thing[],
  order: readonly string[],
): readonly Thing[] => {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: Thing): number => places.get(id) ?? order.length;
  return [...things].sort((one, other) => placeOf(one) - placeOf(other));
};

/** The order after one thing took the place of its neighbour; the same order at either end. */
export const movedBy = (order: readonly string[], id: string, step: -1 | 1): readonly string[] => {
  const place = order.indexOf(id);
  const neighbour = order[place + step];
  if (place < 0 || neighbour === undefined) return order;
  return order.map((one) => (one === id ? neighbour : one === neighbour ? id : one));
};
