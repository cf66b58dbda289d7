/** What was typed into the parts of a sum adds up to this much; what is no number counts for nothing yet. */
export const sumSoFar = (texts: readonly string[]): number => {
  const numbers = texts.map((text) => Number(text.replace(/\s/g, '').replace(',', '.'))).filter(Number.isFinite);
  const sum = numbers.reduce((so, number) => so + number, 0);
  return Math.round(sum * 100) / 100;
};
