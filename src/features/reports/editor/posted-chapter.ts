import { Problem } from '../../../platform/problems';
import type { BlockId } from '../domain';
import type { ChapterInput } from './inputs';
import { typedContent, type TypedBlock } from './typed-block';

type Lists = Pick<ChapterInput, 'blok' | 'odcisk' | 'rodzaj' | 'tekst' | 'poziom' | 'zrodlo'>;

/** @throws Problem `http.invalid-input` where the lists do not belong together */
export const typedBlocks = (lists: Lists): readonly TypedBlock[] => {
  const { blok, odcisk, rodzaj, tekst, poziom, zrodlo } = lists;
  const isTorn = [odcisk, rodzaj, tekst, poziom, zrodlo].some(({ length }) => length !== blok.length);
  if (isTorn) throw new Problem('http.invalid-input', 'invalid', { fields: 'blok', count: 1 });
  return blok.flatMap((id, index): readonly TypedBlock[] => {
    const kind = rodzaj[index];
    if (kind === undefined) return [];
    const content = typedContent(kind, {
      text: tekst[index] ?? '',
      level: poziom[index] ?? '',
      source: zrodlo[index] ?? '',
    });
    return [{ id: id as BlockId, seen: odcisk[index] ?? '', content }];
  });
};

/** What the pressed button does: `gora:<block>` moves that block up. */
export interface Step {
  readonly act: string;
  readonly subject: string;
  readonly detail: string;
}

export const stepOf = (button: string): Step => {
  const [act = '', subject = '', detail = ''] = button.split(':');
  return { act, subject, detail };
};
