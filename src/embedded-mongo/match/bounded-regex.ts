import { createContext, Script } from 'node:vm';
import { Refusal } from '../refusal';

const longestMs = 2_000;

/**
 * A test that ends in time whatever the pattern. Patterns that V8's linear-time engine takes are handed to it when they
 * backtrack too much (the store runs with that switch); the others run under a stop-watch and are given up with code 50.
 */
export const boundedTest = (expression: RegExp): ((text: string) => boolean) =>
  isHarmless(expression) || isLinear(expression) ? (text) => expression.test(text) : guarded(expression);

/** Without repetition every match ends after as many steps as the pattern has parts. */
const isHarmless = ({ source }: RegExp): boolean =>
  !/[*+?{]/.test(source.replace(/\\[^pPu]|\\[pPu]\{[^}]*\}|\(\?:/g, ''));

/** The flag `l` asks for the linear-time engine alone, which refuses what it cannot run. */
const isLinear = ({ source, flags }: RegExp): boolean => {
  try {
    return new RegExp(source, `${flags}l`).flags.includes('l');
  } catch {
    return false;
  }
};

const attempt = new Script('expression.test(text)');

const guarded = (expression: RegExp): ((text: string) => boolean) => {
  const sandbox = { expression, text: '' };
  const context = createContext(sandbox);
  let leftMs = longestMs;
  return (text) => {
    if (leftMs < 1) throw tooSlow();
    const start = performance.now();
    sandbox.text = text;
    try {
      return attempt.runInContext(context, { timeout: Math.ceil(leftMs) }) === true;
    } catch {
      throw tooSlow();
    } finally {
      leftMs -= performance.now() - start;
    }
  };
};

const tooSlow = (): Refusal => new Refusal(50, 'operation exceeded time limit: the regular expression takes too long');
