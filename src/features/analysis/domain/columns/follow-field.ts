import { comparabilityOf, mayFlowTogether, type Comparability, type Field } from '../../../questionnaires/domain';
import type { VersionId } from '../../../../platform/ids';
import type { KnownVersion } from '../versions';
import type { VersionNotice } from './notice';

/** One field in one published version, judged by how well its answers go with those of the newest. */
export interface FieldInVersion {
  readonly version: KnownVersion;
  readonly field: Field;
  readonly comparability: Comparability;
}

/** The versions of a questionnaire that ask a field, the newest first. */
export const followField = (versions: readonly KnownVersion[], code: string): readonly FieldInVersion[] => {
  const asking = versions.flatMap((version) => {
    const field = version.compiled.fieldByCode.get(code);
    return field === undefined ? [] : [{ version, field }];
  });
  const [newest] = asking;
  if (newest === undefined) return [];
  return asking.map(({ version, field }) => ({
    version,
    field,
    comparability: comparabilityOf(field.item, newest.field.item, newest.field.row?.code),
  }));
};

/** Those whose answers may stand in one column with the newest. */
export const flowingTogether = (asked: readonly FieldInVersion[]): readonly FieldInVersion[] =>
  asked.filter(({ comparability }) => mayFlowTogether(comparability));

export interface NoticeNeeds {
  /** Every version of the questionnaire, the newest first. */
  readonly versions: readonly KnownVersion[];
  /** Answers given to a field in some versions. */
  readonly countAnswers: (code: string, versions: ReadonlySet<VersionId>) => number;
  readonly smallestGroup: number;
}

/** What must be said of a field wherever its answers are shown. Versions that nobody answered need no word. */
export const noticesOf = (needs: NoticeNeeds, code: string): readonly VersionNotice[] => {
  const asked = followField(needs.versions, code);
  const noticeOf = (kind: VersionNotice['kind'], flagged: readonly FieldInVersion[]): readonly VersionNotice[] => {
    const [last] = flagged;
    const next = last && needs.versions[needs.versions.indexOf(last.version) - 1];
    if (next === undefined) return [];
    const count = (some: readonly FieldInVersion[]): number =>
      needs.countAnswers(code, new Set(some.map(({ version }) => version.id)));
    const earlier = count(flagged);
    if (earlier === 0) return [];
    const others = count(flowingTogether(asked).filter((each) => !flagged.includes(each)));
    const isTold = earlier >= needs.smallestGroup && (others === 0 || others >= needs.smallestGroup);
    const { definition } = next.compiled;
    return [
      {
        kind,
        questionnaire: definition.code,
        code,
        version: definition.version,
        publishedOn: next.publishedOn,
        earlier: isTold ? earlier : null,
      },
    ];
  };
  const isRemoved = asked[0] !== undefined && asked[0].version !== needs.versions[0];
  const apart = asked.filter(({ comparability }) => !mayFlowTogether(comparability));
  return [
    ...(isRemoved ? noticeOf('removed', flowingTogether(asked)) : []),
    ...noticeOf(
      'wording',
      asked.filter(({ comparability }) => comparability === 'wording'),
    ),
    ...noticeOf(apart[0]?.comparability === 'different' ? 'different' : 'scale', apart),
  ];
};
