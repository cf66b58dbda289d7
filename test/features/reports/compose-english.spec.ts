import { readFileSync } from 'node:fs';
import type { ReportKind } from '../../../src/features/reports/domain';
import { startWorkingDemonstration, type WorkingDemonstration } from './working-demonstration';

let demo: WorkingDemonstration;
beforeAll(async () => {
  // What the evaluator wrote stays in the evaluator's language: here nothing is written yet.
  demo = await startWorkingDemonstration({ isWritten: false });
});
afterAll(() => demo.application.remove());

type Texts = { readonly [key: string]: string | Texts };

const textsIn = (language: 'pl' | 'en', chapter: string): readonly string[] => {
  const leaves = (texts: Texts): readonly string[] =>
    Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : leaves(text)));
  return leaves(JSON.parse(readFileSync(`locales/${language}/${chapter}.json`, 'utf8')) as Texts);
};

/** Pieces of our Polish sentences, without what is put into them, that no English text of ours holds. */
const polishPieces = ['compose', 'structures', 'frozen'].flatMap((chapter) => {
  const english = textsIn('en', chapter).join(' ');
  return textsIn('pl', chapter)
    .flatMap((text) => text.split(/\{\{\w+\}\}/))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 12 && piece.includes(' ') && !english.includes(piece));
});

describe('a report in English', () => {
  it.each<ReportKind>(['full', 'summary', 'scorecard', 'slides', 'public', 'preliminary', 'recommendations'])(
    '%s holds no Polish words of ours',
    async (kind) => {
      const institution = kind === 'scorecard' ? 'owes-poludnie' : null;
      const { tree } = await demo.compose(await demo.write(kind, { language: 'en', institution }));
      expect(tree.about.language).toBe('en');
      const text = JSON.stringify(tree);
      expect(polishPieces.filter((piece) => text.includes(JSON.stringify(piece).slice(1, -1)))).toEqual([]);
    },
  );

  it('stands as a summary in a Polish report, too, with the same numbers', async () => {
    const { tree } = await demo.compose(await demo.write('full'));
    const from = tree.blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Summary in English');
    const [polish, english] = tree.blocks.filter(({ kind }) => kind === 'key-figures');
    const values = (block: typeof polish) =>
      block?.kind === 'key-figures' ? block.items.map(({ value }) => value) : [];
    expect(tree.blocks[from + 1]).toMatchObject({
      kind: 'text',
      text: expect.stringMatching(/^This is a summary of an evaluation/) as string,
    });
    expect(values(english)).toEqual(values(polish));
  });
});
