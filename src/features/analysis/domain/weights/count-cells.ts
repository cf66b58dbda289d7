export const countCells = (cellOf: Int32Array, rows: Int32Array, cells: number): Int32Array => {
  const counts = new Int32Array(cells);
  for (const row of rows) counts[cellOf[row] ?? 0] = (counts[cellOf[row] ?? 0] ?? 0) + 1;
  return counts;
};

/** Places of those who are in any cell. */
export const eligible = (cellOf: Int32Array): Int32Array => {
  const rows = new Int32Array(cellOf.length);
  let count = 0;
  for (let row = 0; row < cellOf.length; row += 1)
    if ((cellOf[row] ?? -1) >= 0) {
      rows[count] = row;
      count += 1;
    }
  return rows.subarray(0, count);
};
