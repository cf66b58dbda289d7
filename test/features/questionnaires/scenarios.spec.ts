import {
  checkSheet,
  completeSheet,
  nextPage,
  pagesOnPath,
  pathThrough,
  previousPage,
  questionNumbers,
  visibleItems,
  type AnswerSheet,
  type CompiledVersion,
} from '../../../src/features/questionnaires/domain';
import { clients, partners } from './versions';

const pageCalled = (version: CompiledVersion, id: string): number =>
  version.pages.find((page) => page.id === id)?.number ?? 0;

const idsOf = (version: CompiledVersion, pages: readonly number[]) =>
  pages.map((number) => version.pages[number - 1]?.id);

const isAsked = (answers: AnswerSheet, code: string, version = clients) =>
  pathThrough(version, answers).asked.has(code);

const rowsShown = (answers: AnswerSheet, code: string, version = clients) =>
  [...pathThrough(version, answers).asked].filter((field) => field.startsWith(`${code}_`) && !field.endsWith('_inne'));

describe('routing of the client questionnaire (domain 2.2)', () => {
  const pes = { K1: 'pes', K2: 'owes-polnoc' };
  const planning = { K1: 'planujacy', K2: 'owes-poludnie' };
  const nonClient = { K1: 'ngo', K2: 'zaden' };

  test('a person planning a PES is asked at what stage the plan is, and not its legal form', () => {
    expect(isAsked(planning, 'E4')).toBe(true);
    expect(isAsked(planning, 'P1')).toBe(false);
    expect(isAsked(planning, 'P6')).toBe(false);
    expect(isAsked(planning, 'G1')).toBe(true);
  });

  test('a PES is asked about its form, status and staff, and not about the stage of a plan', () => {
    expect(['P1', 'P2', 'P4', 'P6', 'E1a'].filter((code) => !isAsked(pes, code))).toEqual([]);
    expect(isAsked(pes, 'E4')).toBe(false);
  });

  test('an NGO without paid activity is not asked for the status of a social enterprise', () => {
    expect(isAsked({ K1: 'ngo', K2: 'owes-polnoc' }, 'P2')).toBe(false);
  });

  test('a local government is asked about its role, the quality of the centre and coordination, not about grants', () => {
    const jst = { K1: 'jst', K2: 'owes-polnoc' };
    expect(['K5', 'J1', 'C1a', 'Z3'].filter((code) => !isAsked(jst, code))).toEqual([]);
    expect(['G1', 'E1a', 'B1', 'P1'].filter((code) => isAsked(jst, code))).toEqual([]);
  });

  test('a private person is not asked for a role, but for the gmina', () => {
    const person = { K1: 'prywatna', K2: 'owes-polnoc' };
    expect(isAsked(person, 'K5')).toBe(false);
    expect(isAsked(person, 'P4')).toBe(true);
  });

  test('one who had no contact with any OWES skips its services, ratings and effects, and still chooses spheres', () => {
    expect(
      ['K3', 'K4', 'U1', 'J1', 'G1', 'E1a', 'E2', 'Z1', 'Z3', 'Z4'].filter((code) => isAsked(nonClient, code)),
    ).toEqual([]);
    expect(['P1', 'B1', 'S1', 'C1a', 'Z5'].filter((code) => !isAsked(nonClient, code))).toEqual([]);
    expect(idsOf(clients, pagesOnPath(clients, nonClient))).toEqual([
      'rola',
      'profil',
      'rozwoj',
      'wspolpraca',
      'podsumowanie',
    ]);
    expect(nextPage(clients, pageCalled(clients, 'profil'), nonClient)).toBe(pageCalled(clients, 'rozwoj'));
    expect(previousPage(clients, pageCalled(clients, 'rozwoj'), nonClient)).toBe(pageCalled(clients, 'profil'));
  });

  test('only the services used are rated, in the order of the list', () => {
    expect(rowsShown({ ...pes, U1: ['U1h', 'U1b'] }, 'O1')).toEqual(['O1_U1b', 'O1_U1h']);
    expect(rowsShown({ ...pes, U1: ['zadna'] }, 'O1')).toEqual([]);
    const battery = visibleItems(clients, pageCalled(clients, 'ocena'), { ...pes, U1: ['U1h'] })[0];
    expect(battery?.kind === 'battery' && battery.rows.map(({ text }) => text)).toEqual(['Szkolenia']);
  });

  test('a battery none of whose rows applies is not shown', () => {
    expect(pathThrough(clients, pes).shown.has('O1')).toBe(false);
  });

  test('jobs that exist today are asked only of those who made some with a grant they received', () => {
    const received = { ...pes, G1: '1', G2: 'otrzymano' };
    expect(isAsked({ ...received, G3: 3 }, 'G4')).toBe(true);
    expect(isAsked({ ...received, G3: 0 }, 'G4')).toBe(false);
    expect(isAsked({ ...received, G2: 'odmowa', G3: 3 }, 'G4')).toBe(false);
    expect(isAsked({ ...received, G1: '2', G3: 3 }, 'G4')).toBe(false);
  });

  test('the demand question comes only after a sphere was chosen', () => {
    expect(isAsked({ ...pes, S1: ['s07', 's10'] }, 'S2')).toBe(true);
    expect(isAsked(pes, 'S2')).toBe(false);
    expect(isAsked({ ...pes, S1: { missing: 99 } }, 'S2')).toBe(false);
  });

  test('the text beside "inna" is asked only of those who chose it', () => {
    expect(isAsked({ K1: 'inna-instytucja' }, 'K1_inne')).toBe(true);
    expect(isAsked(pes, 'K1_inne')).toBe(false);
  });

  test('questions are numbered as the respondent meets them', () => {
    const numbers = questionNumbers(clients, nonClient);
    expect(numbers.get('K1')).toBe(1);
    expect(numbers.get('Z5')).toBe(numbers.size);
    expect(numbers.has('U1')).toBe(false);
  });

  test('only role and contact must be answered', () => {
    expect(checkSheet(clients, {}).map(({ field, kind }) => [field, kind])).toEqual([
      ['K1', 'required'],
      ['K2', 'required'],
    ]);
    expect(checkSheet(clients, pes)).toEqual([]);
  });
});

describe('routing of the partner questionnaire (domain 2.3)', () => {
  test('one who used no activity of ROPS rates neither activities nor coordination, but the whole', () => {
    const none = { R2: 'starostwo', R5: ['zadne'] };
    expect(idsOf(partners, pagesOnPath(partners, none))).toEqual(['instytucja', 'dzialania', 'sfery', 'podsumowanie']);
    expect(isAsked(none, 'R29', partners)).toBe(true);
  });

  test('one who skipped the list of activities is still asked about coordination', () => {
    expect(isAsked({ R2: 'pup' }, 'R12', partners)).toBe(true);
    expect(rowsShown({ R2: 'pup' }, 'R6', partners)).toEqual([]);
  });

  test('only the kind of institution must be answered', () => {
    expect(checkSheet(partners, {}).map(({ field }) => field)).toEqual(['R2']);
  });
});

describe('a finished sheet keeps five kinds of silence apart', () => {
  const answers: AnswerSheet = {
    K1: 'pes',
    K2: 'owes-polnoc',
    P6: 4,
    U1: ['U1b'],
    O1_U1b: { missing: 97 },
    J1: { missing: 98 },
    J2: '5',
  };

  test('left empty is 99, not asked is 96, chosen "nie dotyczy" is 97, "trudno powiedzieć" is 98', () => {
    const sheet = completeSheet(clients, answers, { reachedPage: clients.pages.length });
    expect(sheet).toMatchObject({
      K1: 'pes',
      K1_inne: { missing: 96 },
      P1: { missing: 99 },
      E4: { missing: 96 },
      O1_U1b: { missing: 97 },
      O1_U1c: { missing: 96 },
      J1: { missing: 98 },
      J2: '5',
      Z4: { missing: 99 },
    });
  });

  test('what a respondent who left did not come to is 95, unless the answers given rule it out', () => {
    const sheet = completeSheet(clients, answers, { reachedPage: pageCalled(clients, 'uslugi') });
    expect(sheet).toMatchObject({
      G1: { missing: 99 },
      J3: { missing: 95 },
      S1: { missing: 95 },
      S2: { missing: 95 },
      Z3: { missing: 95 },
      E4: { missing: 96 },
      O1_U1c: { missing: 96 },
    });
  });

  test('answers on a branch that a later change closed count as not asked', () => {
    const sheet = completeSheet(clients, { ...answers, K1: 'jst', P1: 'fundacja', P6: 4 }, { reachedPage: 8 });
    expect(sheet).toMatchObject({ P1: { missing: 96 }, P6: { missing: 96 } });
  });
});
