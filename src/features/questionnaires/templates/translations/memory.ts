import type { TranslationLanguage } from '../../domain';
import owesClients from './owes-clients.json';
import owesClientsFull from './owes-clients-full.json';
import ropsPartners from './rops-partners.json';
import ropsPartnersFull from './rops-partners-full.json';
import scales from './scales.json';
import shortInstruments from './short-instruments.json';
import spheres from './spheres.json';

type Remembered = Readonly<Record<TranslationLanguage, string>>;

/** Kinds of spaces and their number make no other text. */
const normalised = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const MEMORY: ReadonlyMap<string, Remembered> = new Map(
  [scales, spheres, owesClients, owesClientsFull, ropsPartners, ropsPartnersFull, shortInstruments].flatMap((table) =>
    Object.entries<Remembered>(table),
  ),
);

/** How the item bank words this Polish text in another language. */
export const rememberedTranslation = (polish: string, language: TranslationLanguage): string | undefined =>
  MEMORY.get(normalised(polish))?.[language];
