import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { PublicationId } from '../publications';
import type { NumberWanted } from './number';

/** A number with a permanent address. */
export interface NumberLink {
  /** `7F3K-22QD` */
  readonly code: string;
  readonly evaluationId: EvaluationId;
  readonly publicationId: PublicationId;
  readonly wanted: NumberWanted;
  /** Answers up to this sequence number; the calendar day of the last one. */
  readonly cut: number;
  readonly dataCut: string | null;
  /** Unrounded, as it was told. */
  readonly value: number;
  readonly n: number;
  readonly madeBy: string;
  readonly madeAt: Date;
}

type LinkDocument = Omit<NumberLink, 'code'> & { _id: string };

const toLink = ({ _id: code, ...rest }: LinkDocument): NumberLink => ({ code, ...rest });

export type LinkStore = ReturnType<typeof createLinkStore>;

export const createLinkStore = (connection: Connection) => {
  const links = connection.collection<LinkDocument>('numberLinks');
  return {
    add: async ({ code, ...link }: NumberLink): Promise<void> => {
      await links.insertOne({ _id: code, ...link });
    },
    find: async (code: string): Promise<NumberLink | undefined> => {
      const found = await links.findOne({ _id: code });
      return found === null ? undefined : toLink(found);
    },
  };
};
