import type { PlacedItem } from './asked-places';
import { wayOutOf } from './form-remarks';
import type { PraiseKind, Remark, RemarkKind } from './remark';
import { statementsOf } from './text/statement';

/** What an item does well, as far as nothing among its remarks says otherwise. */
export const praisesOf = (
  { item, ...place }: PlacedItem,
  remarks: readonly Remark[],
  offeredLanguages: number,
): readonly PraiseKind[] => {
  const { asked } = place;
  const has = (...kinds: readonly RemarkKind[]): boolean => remarks.some(({ kind }) => kinds.includes(kind));
  const statements = statementsOf({ item, ...place }).length;
  const wayOut = 'choices' in asked ? wayOutOf(asked.choices)?.missing : undefined;
  const praises: readonly (readonly [PraiseKind, boolean])[] = [
    ['one-thing', statements > 0 && !has('two-things')],
    ['has-not-applicable', wayOut === 97],
    ['has-dont-know', wayOut === 98],
    ['has-exclusive', asked.kind === 'multiple' && asked.choices.some(({ exclusive }) => exclusive)],
    ['short-sentences', asked.kind !== 'calculated' && !has('long-sentence', 'long-easy-sentence')],
    ['no-negation', statements > 0 && !has('negation', 'double-negation')],
    ['translated', offeredLanguages > 0 && !has('translation-missing', 'translation-outdated')],
  ];
  return praises.flatMap(([kind, isTrue]) => (isTrue ? [kind] : []));
};
