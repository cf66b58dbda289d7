import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import { completenessOf, offeredLanguages, type QuestionnaireDefinition } from '../domain';
import { countBySeverity, estimatePaths, proveQuestionnaire, type Remark } from '../domain/proof';
import type { Desk } from '../open-desk';
import { presentFrame, type FrameView } from '../present-frame';
import { differenceAddress, editorAddress, historyAddress, itemAddress, publicationAddress } from './addresses';
import { LONGEST_NOTE } from './inputs';
import { presentDifference, type DifferenceView } from './present-difference';
import { presentFaults, type FaultView } from './present-faults';

export interface PublicationView {
  readonly frame: FrameView;
  readonly title: string;
  readonly version: number;
  readonly revision: number;
  readonly action: string;
  /** Null for the first version: everything is new. */
  readonly difference: DifferenceView | null;
  readonly differenceAddress: string;
  /** Nothing has changed: there is nothing to publish. */
  readonly isUnchanged: boolean;
  /** Errors of the check: they must be mended first. */
  readonly errors: readonly FaultView[];
  readonly remarks: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly consequences: readonly string[];
  readonly note: string;
  readonly noteError: string | null;
  readonly history: string;
}

export interface TypedNote {
  readonly note: string;
  readonly isTooLong: boolean;
}

/** All that a person should see before a version becomes immutable. */
export const presentPublication = (
  translator: Translator,
  actor: Actor,
  desk: Desk,
  { note, isTooLong }: TypedNote,
): PublicationView => {
  const { t } = translator;
  const { definition, revision } = desk.draft;
  const [latest] = desk.versions;
  const difference = latest === undefined ? null : presentDifference(translator, latest.definition, definition);
  const { remarks } = proveQuestionnaire(definition);
  const { version } = definition;
  return {
    // Publishing is what this page is for: its own button is the only one.
    frame: { ...presentFrame(translator, desk, actor, null), publish: null },
    title: t('versions:publication.title', { version }),
    version,
    revision,
    action: publicationAddress(desk.draft),
    difference,
    differenceAddress: differenceAddress(desk.draft, version),
    isUnchanged: difference?.groups.length === 0,
    errors: presentErrors(translator, desk, remarks),
    remarks: presentRemarks(translator, remarks),
    facts: presentFacts(translator, definition),
    consequences: [
      ...(latest === undefined
        ? []
        : [t('versions:publication.consequence.links', { version, before: latest.version })]),
      ...(latest === undefined ? [t('versions:publication.consequence.new-link')] : []),
      t('versions:publication.consequence.begun'),
      t('versions:publication.consequence.final', { version: version + 1 }),
    ],
    note,
    noteError: isTooLong ? t('versions:publication.note.too-long', { count: LONGEST_NOTE }) : null,
    history: historyAddress(desk.draft),
  };
};

const presentErrors = (translator: Translator, { draft }: Desk, remarks: readonly Remark[]) => {
  const { t } = translator;
  const others = remarks.filter(({ severity, kind }) => severity === 'error' && kind !== 'fault');
  return [
    ...presentFaults(translator, draft),
    ...others.map(({ item, field, kind, details }) => ({
      address: item === null ? editorAddress(draft) : itemAddress(draft, item),
      text: t('versions:publication.at', { item: field ?? item ?? '', text: t(`proof:remark.${kind}`, details) }),
    })),
  ];
};

const presentRemarks = ({ t }: Translator, remarks: readonly Remark[]): string | null => {
  const { warning, advice } = countBySeverity({ remarks });
  if (warning + advice === 0) return null;
  return t('versions:publication.remarks', {
    warnings: t('versions:publication.warnings', { count: warning }),
    advice: t('versions:publication.advice', { count: advice }),
  });
};

const presentFacts = (translator: Translator, definition: QuestionnaireDefinition): PublicationView['facts'] => {
  const { t, format } = translator;
  const all = estimatePaths(definition)?.all;
  const languages = offeredLanguages(definition).map(({ code, ownName }) => {
    if (code === 'pl') return ownName;
    const { done, all: texts } = completenessOf(definition, code);
    return t('versions:publication.language', {
      name: ownName,
      percent: format.percent(texts === 0 ? 1 : done / texts),
    });
  });
  return [
    ...(all === undefined
      ? []
      : [
          {
            label: t('versions:publication.facts.time'),
            value: t('versions:publication.facts.minutes', {
              shortest: all.shortest.minutes,
              longest: all.longest.minutes,
              said: t('questionnaires:frame.minutes', { count: definition.minutes }),
            }),
          },
        ]),
    { label: t('versions:publication.facts.languages'), value: languages.join(', ') },
  ];
};
