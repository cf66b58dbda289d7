import type { Answer } from '../../features/questionnaires/domain';
import { gminasByPowiat, NORTHERN_POWIATS, SOUTHERN_POWIATS } from '../../features/organisations/domain';
import { addDays } from '../../platform/clock';
import type { Random } from '../../platform/random';
import { pickOne, pickWeighted } from './chance';
import { CLIENT_TYPES, SHARE_OF_BREAK_OFFS, type Population } from './opinions';

/** A simulated person: who they are, not yet what they answer. */
export interface Respondent {
  readonly questionnaire: 'owes-clients' | 'rops-partners';
  readonly population: Population;
  readonly clientType: keyof typeof CLIENT_TYPES;
  readonly gmina: string;
  readonly receivedOn: string;
  readonly breaksOff: boolean;
  /** Answers that follow from who they are. */
  readonly fixedAnswers: Readonly<Record<string, Answer>>;
}

export interface Fieldwork {
  readonly clients: number;
  readonly partners: number;
  readonly opensOn: string;
  readonly days: number;
}

/** Centres of social integration: so few that any cross with them must be hidden. */
const CENTRES_OF_INTEGRATION = 6;
/** Partners from the southern subregion: fewer than ten, so percentages may not be shown for them. */
const PARTNERS_FROM_THE_SOUTH = 7;

const gminaIn = (random: Random, powiats: readonly string[]): string => {
  const places = gminasByPowiat('26').filter(({ powiat }) => powiats.includes(powiat.code));
  return pickOne(random, pickOne(random, places).gminas).code;
};

const common = (random: Random, { opensOn, days }: Fieldwork) => ({
  receivedOn: addDays(opensOn, Math.floor(random() ** 1.3 * days)),
  breaksOff: random() < SHARE_OF_BREAK_OFFS,
});

const client = (random: Random, fieldwork: Fieldwork, index: number): Respondent => {
  const population = index % 9 < 5 ? 'owes-polnoc' : 'owes-poludnie';
  const isCentre = index < CENTRES_OF_INTEGRATION;
  const clientType = isCentre ? 'pes' : pickWeighted(random, CLIENT_TYPES);
  const gmina = gminaIn(random, population === 'owes-polnoc' ? NORTHERN_POWIATS : SOUTHERN_POWIATS);
  const legalForm: Readonly<Record<string, Answer>> = isCentre ? { P1: 'cis' } : {};
  return {
    questionnaire: 'owes-clients',
    population,
    clientType,
    gmina,
    ...common(random, fieldwork),
    fixedAnswers: { K1: clientType, K2: population, ...legalForm },
  };
};

const partner = (random: Random, fieldwork: Fieldwork, index: number): Respondent => ({
  questionnaire: 'rops-partners',
  population: 'rops',
  clientType: 'jst',
  gmina: gminaIn(random, index < PARTNERS_FROM_THE_SOUTH ? SOUTHERN_POWIATS : NORTHERN_POWIATS),
  ...common(random, fieldwork),
  breaksOff: index >= PARTNERS_FROM_THE_SOUTH && random() < SHARE_OF_BREAK_OFFS,
  fixedAnswers: {},
});

/** The people of the demonstration, always the same for one seed. */
export const simulateRespondents = (random: Random, fieldwork: Fieldwork): readonly Respondent[] => [
  ...Array.from({ length: fieldwork.clients }, (_, index) => client(random, fieldwork, index)),
  ...Array.from({ length: fieldwork.partners }, (_, index) => partner(random, fieldwork, index)),
];
