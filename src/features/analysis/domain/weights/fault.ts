/** Why there is no weight. `key` names the combination (`cellKey`) or field that it is about. */
export type WeightFault =
  | { readonly kind: 'no-margins' | 'nobody' | 'not-converging' | 'trim-unreachable' }
  | { readonly kind: 'too-many-margins'; readonly most: number }
  | { readonly kind: 'unknown-variable' | 'unusable-variable' | 'sensitive-variable'; readonly variable: string }
  | { readonly kind: 'too-many-cells'; readonly variable: string; readonly cells: number; readonly most: number }
  | { readonly kind: 'bad-base'; readonly variable: string }
  | { readonly kind: 'trim-bounds' | 'trim-share'; readonly field: string }
  | { readonly kind: 'total-missing'; readonly key: string; readonly label: string; readonly n: number }
  | {
      readonly kind: 'total-not-number' | 'total-not-positive' | 'total-too-large';
      readonly key: string;
      readonly label: string;
    }
  /** Fewer people than a group may have; `into`: the category with which it would stand. */
  | {
      readonly kind: 'cell-empty' | 'cell-few';
      readonly key: string;
      readonly label: string;
      readonly smallestGroup: number;
      readonly into: { readonly key: string; readonly label: string } | null;
    }
  | { readonly kind: 'sums-differ'; readonly sums: readonly { readonly variables: string; readonly sum: number }[] }
  | { readonly kind: 'shares-sum'; readonly variables: string; readonly sum: number };
