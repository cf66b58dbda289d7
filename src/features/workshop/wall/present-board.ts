import type { Translator } from '../../../platform/i18n';
import { STAGES, type Stage } from '../domain';
import { presentAgreements, type AgreementView } from '../room/present-agreements';
import { presentMaterial, stateOf, type MaterialView } from '../room/present-material';
import { spacedCode, stagesOf, type StageView } from '../room/present-phone';
import type { Board } from '../room/read-board';
import { presentProposals, type ProposalsView } from './present-proposals';
import { presentSpheres, type SpheresView } from './present-spheres';
import { presentTally, type TallyView } from './present-tally';

export interface BoardView {
  readonly home: string;
  readonly title: string;
  readonly code: string | null;
  readonly join: string;
  /** Address of the QR code; null while nobody may join. */
  readonly qr: string | null;
  readonly isEnded: boolean;
  readonly revision: number;
  readonly stage: Stage;
  readonly stages: readonly StageView[];
  readonly next: StepView | null;
  readonly previous: StepView | null;
  readonly present: string;
  /** State of the survey's results; empty where no number is shown. */
  readonly state: string;
  readonly conclusion: ConclusionView | null;
  /** The voting of this stage; null where there is none. */
  readonly tally: TallyView | null;
  readonly groups: ProposalsView;
  readonly agreements: readonly AgreementView[];
  readonly spheres: SpheresView;
}

export interface StepView {
  readonly stage: string;
  readonly text: string;
}

export interface ConclusionView extends MaterialView {
  readonly address: string;
  readonly previous: NeighbourView | null;
  readonly next: NeighbourView | null;
}

export interface NeighbourView {
  readonly at: number;
  readonly text: string;
}

/** The wall: what everybody in the room looks at. */
export const presentBoard = (board: Board, address: string, translator: Translator): BoardView => {
  const { meeting } = board;
  const { t, format } = translator;
  const at = STAGES.indexOf(meeting.stage);
  const step = (to: number): StepView | null => {
    const stage = STAGES[to];
    return stage === undefined ? null : { stage, text: t(`workshop:stages.${stage}`) };
  };
  const home = `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`;
  return {
    home,
    title: t('workshop:board.title', { title: meeting.title, day: format.day(meeting.day) }),
    code: meeting.code === null ? null : spacedCode(meeting.code),
    join: `${address.replace(/^https?:\/\//, '')}/s`,
    qr: meeting.code === null ? null : `${home}/kod.svg?kod=${meeting.code}`,
    isEnded: meeting.endedAt !== null,
    revision: meeting.log.revision,
    stage: meeting.stage,
    stages: stagesOf(meeting, translator),
    next: step(at + 1),
    previous: step(at - 1),
    present: t('workshop:board.present', { count: board.participants.length }),
    state: stateOf(board, translator),
    conclusion: conclusionOf(board, translator),
    tally: presentTally(board, translator),
    groups: presentProposals(board, translator),
    agreements: presentAgreements(board, translator),
    spheres: presentSpheres(board, translator),
  };
};

const conclusionOf = (board: Board, translator: Translator): ConclusionView | null => {
  const { shown, materials, meeting } = board;
  const material = presentMaterial(board, translator);
  if (shown === null || material === null) return null;
  const at = materials.indexOf(shown);
  const neighbour = (place: number): NeighbourView | null => {
    const found = materials[place];
    return found === undefined
      ? null
      : { at: place, text: translator.t('workshop:conclusion.code', { number: found.number }) };
  };
  return {
    ...material,
    address: `/badania/${meeting.evaluationId}/wnioski#W${shown.number}`,
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
  };
};
