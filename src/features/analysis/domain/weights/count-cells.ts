export const countCells = (cellOf: Int32Array, rows: Int32Array, cells: number): Int32Array => {
  const counts = new Int32Array(cells);
  for (const row of rows) counts[cellOf[row] ?? 0] = (counts[cellOf[row] ?? 0] ?? 0) + 1;
  return counts;
};

/** Places of those who are in any cell. */
export const eligible = (cellOf: Int32Array): Int32Array => {
  const rows = Int32Array.from(cellOf, (_, row) => row);
  return rows.filter((row) => (cellOf[row] ?? -1) >= 0);
};
