import type { ImplementationStatus } from '../findings/domain';
import type { ProgressEvidence } from './domain';
import type { ReportForm } from './inputs';
import { needsText } from './policy';

export const LONGEST = { text: 5_000, address: 2_000, linkTitle: 200 } as const;
export const MOST_LINKS = 10;

export type ReportField = 'stan' | 'tekst' | 'odnosniki' | 'dowod';

/** What keeps a report from being saved. */
export interface ReportIssue {
  readonly field: ReportField;
  readonly fault:
    | 'status-missing'
    | 'text-missing'
    | 'text-too-long'
    | 'link'
    | 'link-too-long'
    | 'too-many-links'
    | 'file-too-large'
    | 'file-kind'
    | 'file-too-many';
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Link = Extract<ProgressEvidence, { readonly kind: 'link' }>;

export interface CheckedReport {
  readonly status: ImplementationStatus | null;
  readonly text: string;
  readonly links: readonly Link[];
  readonly issues: readonly ReportIssue[];
}

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** A report as it was sent: what is missing is said, what was typed stays with the form. */
export const checkReport = (form: Pick<ReportForm, 'stan' | 'tekst' | 'odnosniki'>): CheckedReport => {
  const text = tidy(form.tekst);
  const lines = tidy(form.odnosniki)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const links = lines.map(linkIn);
  const isMissing = form.stan !== null && needsText(form.stan) && text === '';
  const issues: readonly (ReportIssue | false)[] = [
    form.stan === null && { field: 'stan', fault: 'status-missing' },
    isMissing && { field: 'tekst', fault: 'text-missing' },
    text.length > LONGEST.text && {
      field: 'tekst',
      fault: 'text-too-long',
      values: { longest: LONGEST.text, length: text.length },
    },
    lines.length > MOST_LINKS && { field: 'odnosniki', fault: 'too-many-links', values: { most: MOST_LINKS } },
    ...links.map(
      (link, at): ReportIssue | false =>
        typeof link === 'string' && { field: 'odnosniki', fault: link, values: { line: at + 1 } },
    ),
  ];
  return {
    status: form.stan,
    text,
    links: links.filter((link) => typeof link !== 'string'),
    issues: issues.filter((issue) => issue !== false),
  };
};

/** `https://bip.example/uchwala Uchwała nr 5`: an address, and what it is. Only pages of the web; never an address with a password. */
const linkIn = (line: string): Link | 'link' | 'link-too-long' => {
  const [address = '', ...words] = line.split(/\s+/u);
  const title = words.join(' ');
  if (address.length > LONGEST.address || title.length > LONGEST.linkTitle) return 'link-too-long';
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return 'link';
  const { protocol, username, password, hostname, href } = new URL(address);
  const isPlain = (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
  return isPlain && hostname !== '' ? { kind: 'link', address: href, title } : 'link';
};
