import type { AnswerSheet, CompiledVersion } from '../domain';
import { estimatePaths, type PathEstimate } from '../domain/proof';

/** A way through the questionnaire that can be walked with one click. */
export interface PreviewPath {
  /** As it stands in the address: `K1:pes,G1:1`; empty: nothing answered beforehand. */
  readonly key: string;
  /** Labels of the answers that lead this way. */
  readonly labels: readonly (readonly string[])[];
  readonly typical: PathEstimate | null;
  readonly answers: AnswerSheet;
}

/** The ways of the different kinds of respondents; none where everyone goes the same way. */
export const previewPaths = ({ definition, fieldByCode }: CompiledVersion): readonly PreviewPath[] =>
  (estimatePaths(definition)?.groups ?? []).flatMap(({ steers, typical }) => {
    if (steers.length === 0) return [];
    const chosen = steers.map(({ item, choices: [choice = ''] }) => [item, choice] as const);
    const labelOf = (item: string, choice: string): string => {
      const field = fieldByCode.get(item);
      return field !== undefined && 'choices' in field ? (field.choices.get(choice)?.label ?? choice) : choice;
    };
    return [
      {
        key: chosen.map(([item, choice]) => `${item}:${choice}`).join(','),
        labels: steers.map(({ item, choices }) => choices.map((choice) => labelOf(item, choice))),
        typical,
        answers: Object.fromEntries(chosen),
      },
    ];
  });
