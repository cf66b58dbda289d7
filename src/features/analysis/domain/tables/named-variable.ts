import type { ScaleCode } from '../../../questionnaires/domain';
import type { Category, Variable, VariableOrigin, VariableSet } from '../variables/variable';
import { columnSpecOf } from './column-spec';
import type { TableRequest } from './table';

/** What a variable of a table and its answers are called: all that words need beside the numbers. Plain JSON. */
export interface NamedVariable {
  readonly name: string;
  /** The wording of a question with its statement, `typ`, the name of a weight. */
  readonly label: string;
  readonly kind: Variable['kind'];
  readonly origin: VariableOrigin['kind'] | null;
  /** Code of the question it belongs to; null for what was not asked. */
  readonly item: string | null;
  readonly scale: ScaleCode | null;
  /** Places that could be given to options put in order; null where they have none. */
  readonly places: number | null;
  readonly categories: readonly Category[];
}

/** Rows, columns, filter and weight of a table, each once. */
export const nameVariables = (
  set: VariableSet,
  { rows, columns, filter, weight }: TableRequest,
): readonly NamedVariable[] => {
  const specs = columns.map((column) => columnSpecOf(column, set));
  const names = [
    ...rows,
    ...specs.flatMap(({ outer, inner }) => (outer === null ? [inner] : [outer, inner])),
    ...filter.map(({ variable }) => variable),
    ...(weight === null ? [] : [weight]),
  ];
  return [...new Set(names)].flatMap((name) => {
    const variable = set.variables.get(name);
    return variable === undefined ? [] : [toNamed(variable)];
  });
};

const toNamed = (variable: Variable): NamedVariable => {
  const { name, label, kind, origin } = variable;
  return {
    name,
    label,
    kind,
    origin: origin?.kind ?? null,
    item: origin?.kind === 'item' ? origin.item : null,
    scale: origin?.kind === 'item' ? origin.scale : null,
    places: variable.kind === 'set' ? (variable.ranking?.most ?? null) : null,
    categories:
      'categories' in variable
        ? variable.categories.map(({ code, label: text, value, missing }) => ({ code, label: text, value, missing }))
        : [],
  };
};
