import type { Translator } from '../../../platform/i18n';
import type { CheckedView, LostParts } from './read-views';
import type { ViewScope } from './store';

export interface ViewsPage {
  readonly tables: string;
  readonly done: string | null;
  readonly views: readonly {
    readonly name: string;
    readonly address: string;
    readonly about: string;
    /** What is not there any more; null: everything is. */
    readonly lost: string | null;
    /** Forms of its owner; null for others. */
    readonly own: { readonly base: string; readonly isShared: boolean } | null;
  }[];
}

export const presentViews = (
  views: readonly CheckedView[],
  { scope, done }: { readonly scope: ViewScope; readonly done: string },
  { t, format }: Translator,
): ViewsPage => {
  const tables = `/badania/${encodeURIComponent(scope.evaluationId)}/tabele`;
  return {
    tables,
    done: done === '' ? null : t(`tables:views.done.${done}`),
    views: views.map(({ id, name, state, ownerId, ownerName, shared, savedAt, lost }) => ({
      name,
      address: `${tables}?${state}`,
      about: t(
        ownerId === scope.accountId ? (shared ? 'tables:views.ownShared' : 'tables:views.own') : 'tables:views.of',
        {
          owner: ownerName,
          day: format.day(savedAt.toISOString().slice(0, 10)),
        },
      ),
      lost: lostText(lost, t),
      own: ownerId === scope.accountId ? { base: `${tables}/widoki/${id}`, isShared: shared } : null,
    })),
  };
};

const lostText = (lost: LostParts, t: Translator['t']): string | null => {
  switch (lost.kind) {
    case 'nothing':
      return null;
    case 'unreadable':
      return t('tables:views.lost.unreadable');
    case 'dataset':
      return t('tables:views.lost.dataset', { name: lost.name });
    case 'variables':
      return t('tables:views.lost.variables', { names: lost.names.join(', ') });
  }
};
