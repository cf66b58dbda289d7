/** RFC 4180: fields separated by commas, rows by LF or CRLF; quoted fields may hold commas, doubled quotes, line breaks. */
export const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/y;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) throw new Error(`Not CSV after row ${rows.length}`);
    const [, raw = '', separator] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (separator === ',') {
      if (field.lastIndex === text.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows;
};
