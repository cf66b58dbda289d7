import type { Translator } from '../../../platform/i18n';
import { compareLists } from '../domain';
import { listOf } from './publish-list';
import type { SphereDesk } from './read-desk';

/** What is published, and whether decisions differ from it. */
export interface ShelfView {
  readonly address: string | null;
  readonly newest: string;
  readonly waiting: string | null;
  readonly publish: string | null;
  readonly versions: readonly { readonly text: string; readonly href: string; readonly by: string }[];
}

export const listPath = (code: string, number?: number): string =>
  `/p/sfery/${encodeURIComponent(code)}${number === undefined ? '' : `/${number}`}`;

export const presentShelf = (desk: SphereDesk, mayPublish: boolean, { t, format }: Translator): ShelfView => {
  const [newest] = desk.lists;
  const changes = compareLists(newest?.spheres ?? [], listOf(desk.decisions));
  return {
    address: newest === undefined ? null : listPath(desk.code),
    newest:
      newest === undefined
        ? t('sphere-decisions:shelf.none')
        : t('sphere-decisions:shelf.newest', { number: newest.number, day: format.day(newest.day) }),
    waiting: changes.length === 0 ? null : t('sphere-decisions:shelf.waiting', { count: changes.length }),
    publish: mayPublish && changes.length > 0 ? `/badania/${desk.evaluation.id}/warsztat/sfery/lista/nowa` : null,
    versions: desk.lists.map(({ number, day, by }) => ({
      text: t('sphere-decisions:shelf.version', { number, day: format.day(day) }),
      href: listPath(desk.code, number),
      by: t('sphere-decisions:shelf.by', { name: by }),
    })),
  };
};
