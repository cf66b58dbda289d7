import type { Translator } from '../../../platform/i18n';
import type { WeightFault } from '../domain/weights';

export interface FaultView {
  readonly text: string;
  /** Field that mends it. */
  readonly href: string;
  /** Value of the button that joins two categories; null where that would not help. */
  readonly join: { readonly value: string; readonly text: string } | null;
}

/**
 * @param fieldOf id of the field of a combination
 */
export const presentFaults = (
  faults: readonly WeightFault[],
  fieldOf: (key: string) => string,
  { t, format }: Translator,
  smallestGroup: number,
): readonly FaultView[] =>
  faults.map((fault): FaultView => {
    const say = (details: Readonly<Record<string, string | number>> = {}): string =>
      t(`weights:fault.${fault.kind}`, details);
    const at = (href: string, text: string): FaultView => ({ text, href, join: null });
    switch (fault.kind) {
      case 'no-margins':
      case 'nobody':
      case 'not-converging':
        return at('#zmienna-1', say());
      case 'trim-unreachable':
        return at('#przyciecie', say());
      case 'trim-bounds':
      case 'trim-share':
        return at(`#${fault.field}`, say());
      case 'too-many-margins':
        return at('#zmienna-1', say({ most: fault.most }));
      case 'unknown-variable':
      case 'unusable-variable':
      case 'sensitive-variable':
        return at('#zmienna-1', say({ variable: fault.variable }));
      case 'bad-base':
        return at('#poczatkowa', say({ variable: fault.variable }));
      case 'too-many-cells':
        return at(
          '#zmienna-1',
          say({ variable: fault.variable, cells: format.integer(fault.cells), most: format.integer(fault.most) }),
        );
      case 'total-missing':
        if (fault.n >= smallestGroup)
          return at(`#${fieldOf(fault.key)}`, say({ label: fault.label, n: format.integer(fault.n) }));
        return at(
          `#${fieldOf(fault.key)}`,
          t('weights:fault.total-missing-few', { label: fault.label, smallest: smallestGroup }),
        );
      case 'total-not-number':
      case 'total-not-positive':
      case 'total-too-large':
        return at(`#${fieldOf(fault.key)}`, say({ label: fault.label }));
      case 'cell-empty':
      case 'cell-few':
        return {
          ...at(`#${fieldOf(fault.key)}`, say({ label: fault.label, smallest: fault.smallestGroup })),
          join: fault.into && {
            value: `${fault.key}|${fault.into.key}`,
            text: t('weights:join', { label: fault.label, into: fault.into.label }),
          },
        };
      case 'sums-differ':
        return at('#sumy', say({ sums: sumsText(fault.sums, format) }));
      case 'shares-sum':
        return at('#sumy', say({ variables: fault.variables, sum: format.decimal(fault.sum, 2) }));
    }
  });

const sumsText = (
  sums: readonly { readonly variables: string; readonly sum: number }[],
  format: Translator['format'],
): string => sums.map(({ variables, sum }) => `${variables}: ${format.decimal(sum, 0)}`).join('; ');
