import type { Translator } from '../../../platform/i18n';
import type { ImportedLine } from './import-file';

export interface ImportView {
  readonly summary: string;
  readonly lines: readonly {
    readonly code: string;
    readonly state: string;
    readonly tone: string;
    readonly icon: string;
    readonly details: string;
    readonly address: string | null;
  }[];
}

const LOOKS = {
  new: { tone: 'badge-ok', icon: 'check' },
  newer: { tone: 'badge-ok', icon: 'check' },
  same: { tone: '', icon: 'circle' },
  refused: { tone: 'badge-warn', icon: 'triangle-alert' },
} as const satisfies Readonly<Record<ImportedLine['kind'], unknown>>;

/** What became of every entry of the file. */
export const presentImport = ({ t }: Translator, lines: readonly ImportedLine[]): ImportView => {
  const count = (...kinds: readonly ImportedLine['kind'][]): number =>
    lines.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    summary: t('bank:import.summary', {
      taken: t('bank:import.taken', { count: count('new', 'newer') }),
      same: t('bank:import.same', { count: count('same') }),
      refused: t('bank:import.refused', { count: count('refused') }),
    }),
    lines: lines.map((line) => ({
      code: line.code,
      state: t(`bank:import.state.${line.kind}`),
      ...LOOKS[line.kind],
      details: detailsOf(t, line),
      address: line.kind === 'refused' ? null : `/bank-pytan/pozycje/${encodeURIComponent(line.code)}`,
    })),
  };
};

const detailsOf = (t: Translator['t'], line: ImportedLine): string => {
  if (line.kind === 'refused')
    return [t(`bank:import.reason.${line.reason}`), line.places.join(', ')].filter((part) => part !== '').join(' ');
  const version = t('bank:import.version', { version: line.version });
  return line.isCleaned ? `${version} ${t('bank:import.cleaned')}` : version;
};
