import type { Translator } from '../../../platform/i18n';
import { DIMENSIONS, type Dimension } from '../../evaluations/domain';
import { TEXT_LIMITS, type Material } from '../domain';
import type { ProposalFault } from '../room/check-proposal';
import type { ProposalForm } from '../room/inputs';

/** A conclusion by its number and title. */
export type MaterialName = Pick<Material, 'conclusion' | 'number' | 'title'>;

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** The form of a new proposal; the same on the phone's first page and below the list. */
export interface ProposeForm {
  readonly action: string;
  readonly from: '' | 'lista';
  readonly id: string;
  readonly most: number;
  readonly text: string;
  readonly institution: string;
  readonly showsInstitution: boolean;
  readonly dimensions: readonly Choice[];
  /** Empty where the meeting has no conclusions. */
  readonly conclusions: readonly Choice[];
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

export interface ProposeState {
  /** Of the next proposal. */
  readonly id: string;
  readonly typed: ProposalForm | null;
  readonly faults: readonly ProposalFault[];
  /** Why it was refused, in whole sentences. */
  readonly refusal: string | null;
}

export interface ProposeContext {
  readonly home: string;
  readonly from: ProposeForm['from'];
  readonly institution: string;
  readonly materials: readonly MaterialName[];
  readonly shown: Material | null;
}

export const presentProposeForm = (
  { home, from, institution, materials, shown }: ProposeContext,
  { id, typed, faults, refusal }: ProposeState,
  translator: Pick<Translator, 't'>,
): ProposeForm => ({
  action: `${home}/propozycje`,
  from,
  id,
  most: TEXT_LIMITS.proposal,
  text: typed?.tresc ?? '',
  institution,
  showsInstitution: typed === null || typed.pokaz === '1',
  dimensions: dimensionChoices(typed === null ? shown?.dimensions[0] : typed.obszar, translator),
  conclusions: conclusionChoices(materials, typed === null ? (shown?.conclusion ?? '') : typed.wniosek, translator),
  faults: [
    ...(refusal === null ? [] : [{ field: '', text: refusal }]),
    ...faults.map((fault) => ({ field: fault.field, text: faultText(fault, translator) })),
  ],
});

export const dimensionChoices = (chosen: Dimension | undefined, { t }: Pick<Translator, 't'>): readonly Choice[] =>
  DIMENSIONS.map((value) => ({ value, text: t(`workshop:dimension.${value}`), isChosen: value === chosen }));

export const conclusionChoices = (
  materials: readonly MaterialName[],
  chosen: string,
  { t }: Pick<Translator, 't'>,
): readonly Choice[] =>
  materials.length === 0
    ? []
    : [
        { value: '', text: t('proposals:no-conclusion'), isChosen: chosen === '' },
        ...materials.map(({ conclusion, number, title }) => ({
          value: conclusion,
          text: t('proposals:conclusion', { number, title }),
          isChosen: conclusion === chosen,
        })),
      ];

export const faultText = ({ fault, count }: ProposalFault, { t }: Pick<Translator, 't'>): string =>
  t(`workshop:faults.${fault}`, { count, most: TEXT_LIMITS.proposal });
