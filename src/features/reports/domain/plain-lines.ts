const ORDERED = /^(\d{1,9})([.)])(?=\s|$)/;
const BULLET = /^[-*](?=\s|$)/;
/** A bullet or a number that stands behind another one on the same line. */
const SECOND_MARK = /^((?:[-*]|\d{1,9}[.)])\s+)(\d{0,9})([-*+.)])(?=\s|$)/;

/**
 * Lines as they go to the parser of simple formatting, so that no typed sign is lost: lists have one level, `+ 5 pp` is not
 * a bullet, and a line that begins with `2026.` is a list only where it goes on counting from 1.
 */
export const plainLines = (text: string): string => {
  let next = 1;
  let wasBlank = true;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((typed) => {
    const line = typed.trim();
    const number = ORDERED.exec(line);
    const isNext = number !== null && (Number(number[1]) === 1 || Number(number[1]) === next);
    if (isNext) next = Number(number[1]) + 1;
    else if (line !== '' && (wasBlank || BULLET.test(line) || number !== null)) next = 1;
    wasBlank = line === '';
    return isNext || number === null ? withoutSecondMark(line) : line.replace(ORDERED, '$1\\$2');
  });
  return lines.join('\n');
};

const withoutSecondMark = (line: string): string => {
  if (/^\+(?=\s|$)/.test(line)) return `\\${line}`;
  return line.replace(SECOND_MARK, '$1$2\\$3');
};
