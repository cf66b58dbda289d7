import { Refusal } from '../refusal';

const longestNamespaceBytes = 255;

export const checkNamespace = (namespace: string): void => {
  const dot = namespace.indexOf('.');
  const database = namespace.slice(0, dot);
  const name = namespace.slice(dot + 1);
  if (database === '' || database.length > 63 || /[/\\. "$\0]/.test(database)) throw invalid(namespace);
  if (name === '' || name.startsWith('.') || /[$\0]/.test(name)) throw invalid(namespace);
  if (Buffer.byteLength(namespace) > longestNamespaceBytes) throw invalid(namespace);
};

const invalid = (namespace: string): Refusal => new Refusal(73, `Invalid namespace specified '${namespace}'`);
