import ts from 'typescript';
import { filesBelow, readText } from '../support/files';

/** Constant tables are exempt: data, not code. */
const TABLES = /\/templates\/|\/domain\/swietokrzyskie\.ts$|\/demonstration\/opinions\.ts$/;

const sources = filesBelow('src', '.ts').filter((path) => !TABLES.test(path));
const linesOf = (path: string): number => readText(path).trimEnd().split('\n').length;

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

const functionLengths = (path: string): readonly { readonly name: string; readonly lines: number }[] => {
  const file = ts.createSourceFile(path, readText(path), ts.ScriptTarget.ES2022, true);
  const lengths: { name: string; lines: number }[] = [];
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = lineOf(node.getEnd()) - lineOf(node.getStart()) + 1;
      lengths.push({ name: `${path}:${lineOf(node.getStart()) + 1}`, lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lengths;
};

test('no source file has more than 300 lines', () => {
  expect(sources.filter((path) => linesOf(path) > 300)).toEqual([]);
});

test('half of the source files have at most 80 lines and nine of ten at most 200', () => {
  const lengths = sources.map(linesOf);
  expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(80);
  expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(200);
});

test('functions are short: median 10 lines, nine of ten at most 30, none over 60', () => {
  const functions = sources.flatMap(functionLengths);
  const lengths = functions.map(({ lines }) => lines);
  expect(functions.filter(({ lines }) => lines > 60)).toEqual([]);
  expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(10);
  expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(30);
});
