import type { Translator } from '../../../platform/i18n';
import { dayOf } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { Fieldwork } from '../domain/changes';
import type { DraftSummary } from './draft';
import type { Wave, WaveEvent } from './wave';

export interface WavesView {
  readonly waves: readonly {
    readonly title: string;
    readonly code: string;
    readonly source: string;
    readonly n: string;
    readonly columns: string;
    readonly day: string;
    readonly by: string;
    readonly hash: string;
    readonly shortHash: string;
    readonly fieldwork: string;
    readonly tables: string;
    readonly changes: string;
    readonly removal: string;
  }[];
  readonly drafts: readonly { readonly title: string; readonly note: string; readonly address: string }[];
  readonly events: readonly string[];
  readonly takeIn: string;
}

interface WavesToShow {
  readonly evaluationId: EvaluationId;
  readonly waves: readonly { readonly wave: Wave; readonly fieldwork: Fieldwork }[];
  readonly drafts: readonly DraftSummary[];
  readonly events: readonly WaveEvent[];
}

const HASH_SHOWN = 12;

export const presentWaves = (
  { t, format }: Translator,
  { evaluationId, waves, drafts, events }: WavesToShow,
): WavesView => {
  const home = `/badania/${evaluationId}`;
  const personOf = (by: string | null): string => by ?? t('waves:list.command-line');
  return {
    takeIn: `${home}/fale/wczytaj`,
    waves: waves.map(({ wave, fieldwork: { mode, recruitment, from, to } }) => ({
      title: wave.title,
      code: wave.code,
      source: wave.source ?? '',
      n: format.integer(wave.n),
      columns: format.integer(wave.variables),
      day: format.shortDay(dayOf(wave.importedAt)),
      by: personOf(wave.importedBy),
      hash: wave.hash,
      shortHash: wave.hash.slice(0, HASH_SHOWN),
      fieldwork: [
        mode === null ? '' : t(`waves:mode.${mode}`),
        recruitment === null ? '' : t(`waves:recruitment.${recruitment}`),
        [from, to].flatMap((day) => (day === null ? [] : [format.shortDay(day)])).join('–'),
      ]
        .filter((part) => part !== '')
        .join(', '),
      tables: `${home}/tabele?zbior=${encodeURIComponent(wave.code)}`,
      changes: `${home}/fale?wczesniej=${encodeURIComponent(wave.code)}`,
      removal: `${home}/fale/wczytane/${encodeURIComponent(wave.code)}/usun`,
    })),
    drafts: drafts.map(({ id, title, fileName, changedBy, changedAt }) => ({
      title,
      note: t('waves:list.draft-note', {
        file: fileName,
        by: changedBy,
        day: format.shortDay(dayOf(changedAt)),
        time: format.time(changedAt),
      }),
      address: `${home}/fale/wczytaj/${id}`,
    })),
    events: events.map(({ act, title, n, by, at }) =>
      t(`waves:event.${act}`, {
        title,
        n: format.integer(n),
        by: personOf(by),
        day: format.shortDay(dayOf(at)),
        time: format.time(at),
      }),
    ),
  };
};
