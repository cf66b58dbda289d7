import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { Datasets } from '../datasets';
import { columnSpecOf, expandItems } from '../domain/tables';
import type { VariableSet } from '../domain/variables/variable';
import type { TableQuery } from './inputs';
import { stateOf } from './save-view';
import type { SavedView, ViewScope, ViewStore } from './store';

export interface ReadViewsNeeds {
  readonly store: ViewStore;
  readonly datasets: Datasets;
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
}

/** A saved view, and what of it is not there any more. */
export interface CheckedView extends SavedView {
  readonly lost: LostParts;
}

export type LostParts =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'dataset'; readonly name: string }
  | { readonly kind: 'variables'; readonly names: readonly string[] };

/** Views that a person may open, each checked against the data as they are today. */
export const readViews =
  ({ store, datasets, readEvaluation }: ReadViewsNeeds) =>
  async (scope: ViewScope): Promise<{ readonly evaluation: Evaluation; readonly views: readonly CheckedView[] }> => {
    const evaluation = await readEvaluation(scope.evaluationId);
    const [views, names] = await Promise.all([store.listFor(scope), datasets.list(evaluation)]);
    const sets = new Map<string, VariableSet | undefined>();
    const setOf = async (code: string): Promise<VariableSet | undefined> => {
      const name = code === '' ? names[0]?.code : names.find((one) => one.code === code)?.code;
      if (name === undefined) return undefined;
      if (!sets.has(name)) sets.set(name, (await datasets.open(evaluation, name))?.set);
      return sets.get(name);
    };
    const checked: CheckedView[] = [];
    for (const view of views) {
      const query = stateOf(view.state);
      const set = query && (await setOf(query.zbior));
      checked.push({ ...view, lost: query === undefined ? { kind: 'unreadable' } : lostOf(query, set) });
    }
    return { evaluation, views: checked };
  };

const lostOf = (query: TableQuery, set: VariableSet | undefined): LostParts => {
  if (set === undefined) return { kind: 'dataset', name: query.zbior };
  const names = [
    ...expandItems(set, query.wiersze).rows,
    ...query.kolumny.flatMap((name) => {
      const { outer, inner } = columnSpecOf(name, set);
      return outer === null ? [inner] : [outer, inner];
    }),
    ...[...query.filtr, ...query.polacz, ...query.ukryj].map(({ variable }) => variable),
    ...(query.waga === '' ? [] : [query.waga]),
  ];
  const gone = [...new Set(names)].filter((name) => !set.variables.has(name));
  return gone.length === 0 ? { kind: 'nothing' } : { kind: 'variables', names: gone };
};
