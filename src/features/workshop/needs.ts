import type { Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Evaluation } from '../evaluations';
import type { Findings } from '../findings';
import type { SphereOption } from './domain';
import type { LiveHub } from './live/hub';
import type { MeetingStore } from './meetings/store';
import type { RoomStore } from './room/store';

export interface WorkshopNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly findings: Findings;
  /** Spheres as the questionnaire lists them, with what clients say. */
  readonly readSpheres: (id: EvaluationId) => Promise<readonly SphereOption[]>;
}

/** What acts of the meeting work with. */
export interface RoomNeeds {
  readonly clock: Clock;
  readonly meetings: MeetingStore;
  readonly room: RoomStore;
  readonly hub: Pick<LiveHub, 'changed'>;
  readonly readSpheres: WorkshopNeeds['readSpheres'];
}
