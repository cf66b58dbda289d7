import type { QuestionnaireDefinition } from '../domain';
import { EditRefused, fingerprint, fingerprintOfFrame, fingerprintOfPage, locateItem, type Edit } from '../domain/edit';

/** Fingerprint of what an edit changes or removes; empty where it only adds or moves. */
export const stateBefore = (definition: QuestionnaireDefinition, edit: Edit): string => {
  switch (edit.kind) {
    case 'change-item':
    case 'delete-item': {
      const location = locateItem(definition, edit.code);
      if (location === undefined) throw new EditRefused('item-gone', edit.code);
      return fingerprint(location.item);
    }
    case 'rename-page':
    case 'delete-page': {
      const page = definition.pages.find(({ id }) => id === edit.id);
      if (page === undefined) throw new EditRefused('page-gone', edit.id);
      return edit.kind === 'delete-page' ? fingerprintOfPage(page) : fingerprintOfPage({ ...page, items: [] });
    }
    case 'change-frame':
      return fingerprintOfFrame(definition);
    case 'add-item':
    case 'duplicate-item':
    case 'move-item':
    case 'add-page':
    case 'move-page':
      return '';
  }
};
