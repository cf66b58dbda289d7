import type { Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Mail } from '../../platform/mail';
import type { Connection } from '../../platform/storage';
import type { Analysis } from '../analysis';
import type { Evaluation } from '../evaluations';
import type { Findings } from '../findings';
import type { Reports } from '../reports';
import type { AgreementId, CarriedItem, GroupId, SphereOption } from './domain';
import type { LiveHub } from './live/hub';
import type { MeetingStore } from './meetings/store';
import type { RoomStore } from './room/store';

export interface WorkshopNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly mail: Mail;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly analysis: Pick<Analysis, 'frozen' | 'spheres' | 'datasets'>;
  readonly findings: Findings;
  /** Draws minutes on paper. */
  readonly reports: Pick<Reports, 'drawReport'>;
  /** Spheres as the questionnaire lists them, with what clients say. */
  readonly readSpheres: (id: EvaluationId) => Promise<readonly SphereOption[]>;
  /** What earlier meetings of the group agreed, with what the register of the chapter of cooperation knows of it. */
  readonly readCarried: (group: GroupId, before: Date) => Promise<readonly CarriedItem[]>;
  /** Whether an addressee said anything of it in the register. */
  readonly isReportedOn: (agreement: AgreementId) => Promise<boolean>;
}

/** What acts of the meeting work with. */
export interface RoomNeeds {
  readonly clock: Clock;
  readonly meetings: MeetingStore;
  readonly room: RoomStore;
  readonly hub: Pick<LiveHub, 'changed'>;
  readonly readSpheres: WorkshopNeeds['readSpheres'];
}

/** What desks around the meeting are built from. */
export interface DeskNeeds extends WorkshopNeeds {
  readonly meetings: MeetingStore;
  readonly room: RoomStore;
  readonly hub: LiveHub;
}
