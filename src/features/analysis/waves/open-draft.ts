import type { Evaluation } from '../../evaluations';
import type { Datasets } from '../datasets';
import {
  buildWave,
  describeColumns,
  groupRemarks,
  suggestTarget,
  withoutColumn,
  type BuiltWave,
  type CellProblem,
  type CodebookRemark,
  type DescribedColumn,
  type Target,
  type WaveTable,
} from '../domain/waves';
import type { WaveDraft } from './draft';
import { readCodebookFile, type CodebookFile } from './read-codebook-file';
import { readDataFile, type DataFile, type FileKind } from './read-data-file';

export interface OpenDraftNeeds {
  readonly datasets: Pick<Datasets, 'list' | 'openAsked'>;
  readonly missingLabels: Readonly<Record<97 | 98, string>>;
}

/** A draft with everything that its pages show. */
export interface OpenDraft {
  readonly draft: WaveDraft;
  readonly file: FileKind;
  readonly table: WaveTable;
  readonly codebook: { readonly kind: CodebookFile['kind']; readonly remarks: readonly CodebookRemark[] } | null;
  /** Described by the codebook, but not in the file. */
  readonly absent: readonly string[];
  /** Questionnaire of ours that the wave is held against; null where the evaluation has none. */
  readonly questionnaire: string | null;
  readonly questionnaires: readonly { readonly code: string; readonly title: string }[];
  readonly targets: readonly Target[];
  readonly built: BuiltWave;
  readonly problems: readonly CellProblem[];
}

/** Reads the files of a draft again and applies what was chosen; the last few files stay read. */
export const openDraft = ({ datasets, missingLabels }: OpenDraftNeeds) => {
  const readData = rememberingFew((draft: WaveDraft) => readDataFile(draft.data.bytes));
  return async (evaluation: Evaluation, draft: WaveDraft): Promise<OpenDraft> => {
    const [{ kind: file, table }, codebook, all] = await Promise.all([
      readData(draft.data.hash, draft),
      draft.codebook === null ? null : readCodebookFile(draft.codebook.bytes, draft.codebook.name),
      targetsOf(datasets, evaluation),
    ]);
    const columns = describeColumns(table, codebook?.codebook ?? null);
    const frequencyVariable = codebook?.codebook.frequencyVariable ?? null;
    const known = frequencyVariable !== null && table.header.includes(frequencyVariable) ? frequencyVariable : null;
    const questionnaire = draft.choices.questionnaire ?? mostSuitable(columns, all);
    const targets = all.filter((target) => target.questionnaire === questionnaire);
    const built = buildWave({ table, columns, frequencyVariable: known, targets, missingLabels }, draft.choices);
    return {
      draft,
      file,
      table,
      codebook: codebook && { kind: codebook.kind, remarks: codebook.remarks },
      absent: withoutColumn(table, codebook?.codebook ?? null),
      questionnaire,
      questionnaires: [...new Map(all.map((target) => [target.questionnaire, target.title]))].map(([code, title]) => ({
        code,
        title,
      })),
      targets,
      built,
      problems: groupRemarks(built.remarks),
    };
  };
};

/** Questions of all questionnaires of the evaluation. */
const targetsOf = async (
  datasets: OpenDraftNeeds['datasets'],
  evaluation: Evaluation,
): Promise<readonly (Target & { readonly title: string })[]> => {
  const own = (await datasets.list(evaluation)).filter(({ kind }) => kind === 'questionnaire');
  const opened = await Promise.all(own.map(({ code }) => datasets.openAsked(evaluation, code)));
  return opened.flatMap((dataset) =>
    dataset === undefined
      ? []
      : [...dataset.set.variables.values()].map((variable) => ({
          questionnaire: dataset.code,
          title: dataset.title,
          field: variable.name,
          variable,
        })),
  );
};

/** The questionnaire to which most columns seem to correspond; the first where none does. */
const mostSuitable = (columns: readonly DescribedColumn[], targets: readonly Target[]): string | null => {
  const codes = [...new Set(targets.map(({ questionnaire }) => questionnaire))];
  const counts = codes.map((code) => {
    const own = targets.filter(({ questionnaire }) => questionnaire === code);
    return columns.filter(({ described }) => suggestTarget(described, own) !== null).length;
  });
  return codes[counts.indexOf(Math.max(...counts))] ?? null;
};

const FILES_KEPT = 3;

const rememberingFew = (read: (draft: WaveDraft) => Promise<DataFile>) => {
  const known = new Map<string, Promise<DataFile>>();
  return (hash: string, draft: WaveDraft): Promise<DataFile> => {
    const found = known.get(hash) ?? read(draft);
    known.delete(hash);
    known.set(hash, found);
    found.catch(() => known.delete(hash));
    for (const oldest of known.keys()) if (known.size > FILES_KEPT) known.delete(oldest);
    return found;
  };
};
