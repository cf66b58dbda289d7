import { STYLES } from './paper';
import { webAddress, type Span } from './rich-lines';

interface Captioned {
  readonly number?: string;
  readonly title: string;
  readonly proof?: string;
}

/** `Rys. 3.` in the brand's colour, leading to the proof where that is an address of the web; then the finding. */
export const captionSpans = ({ number, title, proof }: Captioned): readonly Span[] => {
  const href = proof === undefined ? undefined : webAddress(proof);
  const isEmpty = number === undefined || number.trim() === '';
  const text = { text: isEmpty ? title : ` ${title}`, style: STYLES.caption };
  if (isEmpty) return [text];
  return [{ text: number, style: STYLES.captionNumber, ...(href === undefined ? {} : { href }) }, text];
};
