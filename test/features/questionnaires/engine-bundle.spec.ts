import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { checkSheet, completeSheet } from '../../../src/features/questionnaires/domain';
import { story, storyDefinition } from './story';

const bundle = async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/features/questionnaires/domain/engine.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'engine',
    target: 'es2020',
  });
  const [{ contents, text }] = outputFiles as unknown as [{ contents: Uint8Array; text: string }];
  return { contents, text, inputs: Object.keys(metafile.inputs) };
};

describe('the engine in a browser', () => {
  test('weighs less than 25 kB gzipped, the register of places left out', async () => {
    const { contents, inputs } = await bundle();
    expect(gzipSync(contents).length).toBeLessThan(25_000);
    expect(inputs.filter((path) => !path.startsWith('src/features/questionnaires/domain/'))).toEqual([]);
  });

  test('runs where there is nothing of Node, and comes to the same results', async () => {
    const { text } = await bundle();
    const answers = { W1: 'tak', F4: 8, F5: 9, F7a: 60, U1: ['szkolenia'], X: 'obce' };
    const script = `${text};
      const compiled = engine.compileVersion(${JSON.stringify(storyDefinition)});
      const answers = ${JSON.stringify(answers)};
      JSON.stringify([engine.checkSheet(compiled, answers), engine.completeSheet(compiled, answers, { reachedPage: 4 })])`;
    const inBrowser: unknown = JSON.parse(String(runInContext(script, createContext({}))));
    expect(inBrowser).toEqual([checkSheet(story, answers), completeSheet(story, answers, { reachedPage: 4 })]);
  });
});
