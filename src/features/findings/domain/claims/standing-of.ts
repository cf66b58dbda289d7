import type { Claim, ClaimNumber, Standing } from '../claim';

/** What becomes of a claim beside the same claim made of today's answers; null for today: it cannot be made any more. */
export const standingOf = (claim: Claim, today: Claim | null): Standing => {
  if (today === null) return 'cannot-tell';
  switch (claim.kind) {
    case 'level':
      return today.kind === 'level' ? ofLevels(claim, today) : 'cannot-tell';
    case 'difference':
      return today.kind === 'difference' ? ofDifferences(claim, today) : 'cannot-tell';
    case 'groups':
      return today.kind === 'groups' ? ofGroups(claim, today) : 'cannot-tell';
    case 'order':
      return today.kind === 'order' ? ofOrders(claim, today) : 'cannot-tell';
  }
};

type Of<Kind extends Claim['kind']> = Extract<Claim, { readonly kind: Kind }>;

/** Which side of the boundary the whole interval lies on; 0 where it spans it. */
const sideOf = ({ value, interval }: ClaimNumber, boundary: number): number => {
  const [low, high] = interval === null ? [value, value] : [interval.low, interval.high];
  if (low > boundary) return 1;
  return high < boundary ? -1 : 0;
};

/** With a boundary: still on its side of it. Without: the two intervals have something in common. */
const ofLevels = (claim: Of<'level'>, today: Of<'level'>): Standing => {
  if (claim.boundary !== null) {
    const now = sideOf(today, claim.boundary);
    if (now === sideOf(claim, claim.boundary)) return 'holds';
    return now === 0 ? 'weaker' : 'reversed';
  }
  const [told, found] = [claim.interval ?? around(claim), today.interval ?? around(today)];
  return told.low <= found.high && found.low <= told.high ? 'holds' : 'weaker';
};

const around = ({ value }: ClaimNumber) => ({ low: value, high: value });

const ofDifferences = (claim: Of<'difference'>, today: Of<'difference'>): Standing => {
  const [told, found] = [claim.verdict, today.verdict];
  if (told === 'untested') {
    const [before, now] = [directionOf(claim), directionOf(today)];
    return before === now ? 'holds' : before * now < 0 ? 'reversed' : 'weaker';
  }
  if (found === told) return 'holds';
  if (found === 'untested') return 'cannot-tell';
  if (told === 'no-difference') return 'reversed';
  return found === 'no-difference' ? 'weaker' : 'reversed';
};

const directionOf = ({ first, second }: Of<'difference'>): number => Math.sign(first.value - second.value);

const ofGroups = (claim: Of<'groups'>, today: Of<'groups'>): Standing => {
  if (claim.isSignificant === false) return today.isSignificant === true ? 'reversed' : 'holds';
  if (today.highest.group === claim.lowest.group && today.lowest.group === claim.highest.group) return 'reversed';
  if (claim.isSignificant === true && today.isSignificant !== true) return 'weaker';
  return today.highest.group === claim.highest.group && today.lowest.group === claim.lowest.group ? 'holds' : 'weaker';
};

const ofOrders = (claim: Of<'order'>, today: Of<'order'>): Standing => {
  const isFirst = today.first.label === claim.first.label;
  if (isFirst && today.last.label === claim.last.label) return 'holds';
  return today.first.label === claim.last.label ? 'reversed' : 'weaker';
};
