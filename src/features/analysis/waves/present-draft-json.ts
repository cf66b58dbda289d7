import type { OpenDraft } from './open-draft';

/** The whole report, cell by cell: what was read, and what becomes of it. */
export const presentDraftJson = ({ draft, file, table, absent, built, problems }: OpenDraft): object => ({
  id: draft.id,
  files: {
    data: { name: draft.data.name, hash: draft.data.hash, ...file },
    codebook: draft.codebook === null ? null : { name: draft.codebook.name, hash: draft.codebook.hash },
  },
  rows: table.rows.length,
  respondents: built.set.n,
  fileRemarks: table.remarks,
  describedButAbsent: absent,
  columns: built.columns.map(
    ({ described, isInCodebook, choice, suggestion, judgement, comparability, reason, variable }) => ({
      name: described.name,
      label: described.label,
      isInCodebook,
      kind: variable.kind,
      use: choice.use,
      target: choice.target,
      suggestedBy: suggestion?.reason ?? null,
      byRules: judgement,
      comparability,
      reason,
    }),
  ),
  problems: problems.map((problem) => ({
    ...problem,
    becomes: draft.choices.fixes.find(({ column, text }) => column === problem.column && text === problem.text)
      ?.becomes ?? { kind: 'empty' },
  })),
});
