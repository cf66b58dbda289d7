import type { Page, QuestionnaireDefinition } from '../definition';
import { codesIn } from './codes';
import { EditRefused, type AppliedEdit, type Edit } from './edit';
import { indexAfter, inserted } from './locate';
import { referrersTo } from './references';

type PageEdit = Extract<Edit, { readonly kind: 'add-page' | 'rename-page' | 'move-page' | 'delete-page' }>;

/** @throws EditRefused `page-gone` · `page-taken` · `last-page` */
export const applyPageEdit = (definition: QuestionnaireDefinition, edit: PageEdit): AppliedEdit => {
  switch (edit.kind) {
    case 'add-page':
      return addPage(definition, edit.page, edit.after);
    case 'rename-page':
      return renamePage(definition, edit.id, edit.title);
    case 'move-page':
      return movePage(definition, edit.id, edit.after);
    case 'delete-page':
      return deletePage(definition, edit.id);
  }
};

const requirePage = (definition: QuestionnaireDefinition, id: string): { page: Page; index: number } => {
  const index = definition.pages.findIndex((page) => page.id === id);
  const page = definition.pages[index];
  if (page === undefined) throw new EditRefused('page-gone', id);
  return { page, index };
};

const idsBefore = ({ pages }: QuestionnaireDefinition, index: number): readonly string[] =>
  pages
    .slice(0, index)
    .map(({ id }) => id)
    .reverse();

const addPage = (definition: QuestionnaireDefinition, page: Page, after: readonly string[]): AppliedEdit => {
  const ids = definition.pages.map(({ id }) => id);
  if (ids.includes(page.id)) throw new EditRefused('page-taken', page.id);
  return {
    definition: { ...definition, pages: inserted(definition.pages, indexAfter(ids, after), page) },
    inverse: { kind: 'delete-page', id: page.id },
    subject: page.id,
    referrers: [],
  };
};

const renamePage = (definition: QuestionnaireDefinition, id: string, title: string): AppliedEdit => {
  const { page } = requirePage(definition, id);
  return {
    definition: {
      ...definition,
      pages: definition.pages.map((each) => (each.id === id ? { ...each, title } : each)),
    },
    inverse: { kind: 'rename-page', id, title: page.title },
    subject: id,
    referrers: [],
  };
};

const movePage = (definition: QuestionnaireDefinition, id: string, after: readonly string[]): AppliedEdit => {
  const { page, index } = requirePage(definition, id);
  const others = definition.pages.filter((each) => each.id !== id);
  const at = indexAfter(
    others.map((each) => each.id),
    after,
  );
  return {
    definition: { ...definition, pages: inserted(others, at, page) },
    inverse: { kind: 'move-page', id, after: idsBefore(definition, index) },
    subject: id,
    referrers: [],
  };
};

const deletePage = (definition: QuestionnaireDefinition, id: string): AppliedEdit => {
  const { page, index } = requirePage(definition, id);
  if (definition.pages.length === 1) throw new EditRefused('last-page', id);
  const left = { ...definition, pages: definition.pages.filter((each) => each.id !== id) };
  return {
    definition: left,
    inverse: { kind: 'add-page', page, after: idsBefore(definition, index) },
    subject: id,
    referrers: referrersTo(left, page.items.flatMap(codesIn)),
  };
};

/** An id that no page has: `strona-7`. */
export const nextPageId = ({ pages }: QuestionnaireDefinition): string => {
  const taken = new Set(pages.map(({ id }) => id));
  let number = pages.length + 1;
  while (taken.has(`strona-${number}`)) number += 1;
  return `strona-${number}`;
};
