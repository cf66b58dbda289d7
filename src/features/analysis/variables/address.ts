/** Where the dictionary, and one derived variable of it, is. */
export const dictionaryAddress = (
  evaluationId: string,
  dataset: string,
  more: Readonly<Record<string, string>> = {},
): string => withQuery(`/badania/${evaluationId}/zmienne`, { zbior: dataset, ...more });

export const variableAddress = (
  evaluationId: string,
  dataset: string,
  name: string,
  more: Readonly<Record<string, string>> = {},
): string => withQuery(`/badania/${evaluationId}/zmienne/${encodeURIComponent(name)}`, { zbior: dataset, ...more });

export const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return text === '' ? path : `${path}?${text}`;
};
