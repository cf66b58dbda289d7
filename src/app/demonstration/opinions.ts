/** What simulated respondents think. Invented; only the shape (ceiling, shares of don't know) follows published studies. */
export type Population = 'owes-polnoc' | 'owes-poludnie' | 'rops';

/** Means on the scale of the field, north and south (clients of OWES) or of the partners of ROPS. */
export const MEANS: Readonly<Record<string, readonly [north: number, south: number]>> = {
  J1: [4.7, 4.6],
  J2: [4.6, 4.5],
  J3: [4.6, 4.4],
  J4: [4.4, 4.2],
  J5: [4.6, 3.7],
  J6: [4.3, 4.2],
  E2: [4.3, 4.2],
  E3: [4.5, 4.4],
  C1a: [3.7, 3.5],
  C1b: [3.4, 3.2],
  C1c: [3.5, 3.4],
  C1d: [3.8, 3.7],
  C1e: [3.1, 3.1],
  Z1: [9.0, 8.3],
  Z3: [4.7, 4.5],
  R12: [4.2, 4.2],
  R13: [3.6, 3.6],
  R14: [4.0, 4.0],
  R15: [4.4, 4.4],
  R16: [4.1, 4.1],
  R29: [4.4, 4.4],
  R30: [8.5, 8.5],
};

/** Ratings of services (O1) and changes (E1) share these. */
export const MEAN_OF_BATTERY: Readonly<Record<string, readonly [north: number, south: number]>> = {
  O1: [4.6, 4.4],
  E1: [3.9, 3.8],
};

/** Spread of single opinions, in scale points. */
export const SPREAD = 0.8;
export const SHARE_OF_DONT_KNOW = 0.08;
export const SHARE_LEFT_EMPTY = 0.02;
export const SHARE_OF_BREAK_OFFS = 0.15;

export const CLIENT_TYPES = { pes: 40, ngo: 26, planujacy: 14, jst: 11, 'inna-instytucja': 4, prywatna: 5 } as const;

/** Weights of choices; a choice that is not named has weight 1. */
export const CHOICE_WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  K4: { miesiac: 3, 'pol-roku': 4, rok: 2, 'dwa-lata': 1 },
  K5: { zarzad: 6, pracownik: 4, wolontariusz: 2, urzednik: 1 },
  P1: {
    stowarzyszenie: 9,
    fundacja: 8,
    'spoldzielnia-socjalna': 5,
    kgw: 4,
    'spolka-non-profit': 3,
    cis: 0,
    zaz: 0.4,
    kis: 0.5,
  },
  P2: { tak: 4, 'w-trakcie': 2, planuje: 2, 'nie-planuje': 2 },
  G1: { '1': 60, '2': 40 },
  G2: { otrzymano: 65, odmowa: 12, 'w-ocenie': 15, rezygnacja: 8 },
  E4: { pomysl: 3, biznesplan: 4, wniosek: 2, zarejestrowany: 3, rezygnacja: 1 },
  S2: { staly: 5, sezonowy: 3, 'raczej-nie': 1 },
  Z5: { '1': 25, '2': 75 },
  R2: { 'urzad-gminy': 9, ops: 6, pcpr: 3, pup: 3, starostwo: 3, owes: 3, pes: 5, lgd: 3 },
  R4: { nie: 6, 'grupa-tematyczna': 2, rkres: 1 },
};

/** Spheres that clients of OWES put first, and those that local governments and partners do: they differ on purpose. */
export const SPHERES_OF_CLIENTS: Readonly<Record<string, number>> = {
  s10: 9,
  s07: 7,
  s13: 6,
  s19: 6,
  s11: 5,
  s06: 5,
  s08: 4,
  s15: 3,
};
export const SPHERES_OF_PARTNERS: Readonly<Record<string, number>> = {
  s07: 10,
  s09: 8,
  s16: 7,
  s08: 6,
  s15: 5,
  s20: 4,
  s02: 4,
  s10: 2,
};

export const OPEN_ANSWERS: readonly string[] = [
  'Przydałby się wzór wniosku z przykładem wypełnienia.',
  'Więcej spotkań w powiatach, nie tylko w mieście.',
  'Szybsza odpowiedź na pytania wysłane e-mailem.',
  'Stały kontakt z jednym doradcą po otrzymaniu dotacji.',
  'Wspólny kalendarz szkoleń ośrodków i ROPS.',
  'Mniej dokumentów przy rozliczeniu.',
  'Dłuższe doradztwo księgowe w pierwszym roku.',
  'Jasna informacja, do kogo dzwonić w jakiej sprawie.',
];
