/** A share as people say it: 0.78 is "prawie 8 na 10". Which sentence, and of how many out of ten. */
export interface PlainShare {
  readonly kind: 'nobody' | 'almost' | 'exactly' | 'over' | 'everyone';
  readonly tenths: number;
}

/** Nearer than this to a tenth it is that tenth. */
const NEAR = 0.015;

export const plainShare = (share: number): PlainShare => {
  const tenths = Math.round(share * 10);
  if (tenths === 0) return { kind: 'nobody', tenths };
  if (tenths === 10) return { kind: 'everyone', tenths };
  const apart = share - tenths / 10;
  if (Math.abs(apart) <= NEAR) return { kind: 'exactly', tenths };
  return { kind: apart < 0 ? 'almost' : 'over', tenths };
};
