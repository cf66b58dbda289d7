import type { Block, ReportTree } from '../../../src/features/reports';
import type { Meeting, Minutes } from '../../../src/features/workshop';
import { newId } from '../../../src/platform/ids';
import { faultsOf } from '../reports/check-pdf';
import { whereReadable, wordsOf } from '../reports/read-pdf';
import {
  ADDRESS,
  HOSTILE_NAME,
  holdMeeting,
  MEMBERS,
  moderator,
  pl,
  startSetting,
  type Setting,
} from './minutes-meeting';

let setting: Setting;
let meeting: Meeting;

beforeAll(async () => {
  setting = await startSetting();
  meeting = await holdMeeting(setting);
}, 120_000);
afterAll(() => setting.application.remove());

const treeNow = async (): Promise<ReportTree> => {
  const { minutes } = setting.workshop;
  return minutes.composeDraft(await minutes.readRecord(meeting), await minutes.readMinutes(meeting), pl);
};

/** What a block says, in one line, with plain spaces. */
const textOf = (block: Block): string => wordsIn(block).replaceAll('\u00a0', ' ');

const wordsIn = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'callout':
      return block.runs.map(({ text }) => text).join('');
    case 'list':
      return block.items.map((runs) => runs.map(({ text }) => text).join('')).join(' | ');
    case 'table':
      return block.rows.map(({ cells }) => cells.join(' ; ')).join(' | ');
    case 'facts':
      return block.items.map(({ name, text }) => `${name}: ${text}`).join(' | ');
    case 'heading':
    case 'text':
    case 'note':
      return block.text;
    case 'masthead':
      return `${block.title}. ${block.subtitle}`;
    case 'figure':
      return `${block.number ?? ''} ${block.figure.title} ${block.notes.join(' ')}`;
    case 'quote':
      return `${block.text} ${block.source}`;
    case 'lead':
    case 'columns':
    case 'contents':
    case 'cover':
    case 'key-figures':
    case 'numbered-findings':
    case 'orientation':
    case 'page-break':
    case 'paper-question':
      return '';
  }
};

const partOf = ({ blocks }: ReportTree, title: string): readonly string[] => {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text.includes(title));
  const to = blocks.findIndex((block, at) => at > from && block.kind === 'heading' && block.level === 2);
  return blocks.slice(from + 1, to === -1 ? undefined : to).map(textOf);
};

describe('minutes are made from the records', () => {
  it('name the meeting, its day, place, lead and the data that were known', async () => {
    const tree = await treeNow();
    expect(textOf(tree.blocks[0] as Block)).toBe(
      `Protokół ze spotkania 10 grudnia 2026. Protokół nr ${meeting.number}/2026, wersja robocza. Grupa tematyczna`,
    );
    const head = textOf(tree.blocks[1] as Block);
    expect(head).toContain('Termin: 10 grudnia 2026, 10:00–13:20');
    expect(head).toContain('Prowadzenie: Anna Wrona');
    expect(head).toContain(`n = ${meeting.results?.n ?? 0}`);
  });

  it('tell who was there by institution, from the list and from joining', async () => {
    const attendance = partOf(await treeNow(), '1. Obecność').join('\n');
    // Five of six members joined, one of them without a vote, and a guest.
    expect(attendance).toContain('Obecnych było 5 osób z 6 na liście i 1 osoba spoza listy.');
    expect(attendance).toContain('ROPS ; Ewa Nowicka, Tomasz Kania ; 2');
    expect(attendance).toContain('Razem ;  ; 6');
    expect(attendance).toContain('Nieobecni: Jan Mróz (PES).');
  });

  it('show conclusions that were on the wall with their frozen figures, and say which were not', async () => {
    const { discussed, frozen } = meeting;
    expect(discussed).toEqual([0, 2]);
    const part = partOf(await treeNow(), '2. Przedstawione').join('\n');
    expect(part).toContain('Omówiono 2 z 3 wniosków.');
    expect(part).toContain(`Nie omówiono: W${frozen[1]?.number ?? 0}.`);
    const figures = (await treeNow()).blocks.filter((block) => block.kind === 'figure');
    const tables = [0, 2].flatMap((at) => frozen[at]?.findings.flatMap((finding) => finding.tables) ?? []);
    expect(tables.length).toBeGreaterThan(0);
    expect(figures.length).toBeGreaterThanOrEqual(tables.length);
    for (const figure of figures) expect(`${textOf(figure)} ${figure.figure.sub}`).toMatch(/n = \d|wyniki wstępne/);
  });

  it('tell the rules, the turnout, the quorum, every proposal with its votes and what became of it', async () => {
    const part = partOf(await treeNow(), '3. Propozycje').join('\n');
    // Two votes each; three of five people with a vote voted: 2 + 1 + 2 of 5 × 2.
    expect(part).toContain('Każda osoba miała 2 głosy. Głosowały 3 osoby z 5 uprawnionych. Oddano 5 z 10 głosów.');
    expect(part).toContain('Głosowanie było tajne. Kworum (3 głosujące osoby) było zachowane.');
    const [first, second] = meeting.voting.result ?? [];
    expect([first?.votes, second?.votes]).toEqual([3, 2]);
    expect(part).toMatch(
      /1\. Strona „Kto w czym pomaga” i wspólny numer ; ROPS ; W\d+, koordynacja ; 3 ; Przyjęta\. Najwięcej/,
    );
    expect(part).toMatch(/2\. Wzór wniosku z przykładem i słowniczkiem ; OWES Północ ; W\d+, jakość ; 2 ; –/);
    expect(part).toContain('3. „Jeden numer telefonu dla klientów” (bez podania instytucji), połączona z propozycją 1');
    expect(part).not.toContain('Głosy imienne');
  });

  it('tell choices of spheres and agreements with addressee, person and day', async () => {
    const tree = await treeNow();
    const [first] = meeting.sphereOptions;
    expect(partOf(tree, '4. Kluczowe').join('\n')).toContain(`${first?.label ?? ''} ; 3 ;`);
    const [agreement] = await setting.workshop.agreements.agreementsOf(meeting.id);
    expect(partOf(tree, '5. Ustalenia').join('\n')).toContain(
      `U${agreement?.number ?? 0} ; Uruchomić stronę „Kto w czym pomaga” ; ROPS ; Ewa Nowicka ; 28.02.2027`,
    );
  });
});

describe('minutes on their way to approval', () => {
  const { workshop: desk } = { workshop: () => setting.workshop.minutes };
  const read = (): Promise<Minutes> => desk().readMinutes(meeting);
  const send = async (more: { readonly key?: string; readonly changes?: string; readonly until?: string } = {}) =>
    desk().sendMinutes(meeting, {
      key: newId<'form'>(),
      revision: (await read()).revision,
      until: '2026-12-17',
      silence: 'consents',
      changes: '',
      by: moderator.name,
      translator: pl,
      publicUrl: ADDRESS,
      ...more,
    });
  const lettersNow = async () => {
    const standings = await desk().lettersOf(await read());
    return Promise.all(standings.map(({ key }) => setting.application.chapters.mail.read(key)));
  };
  const keyFor = async (address: string): Promise<string> => {
    const letter = (await lettersNow()).findLast((one) => one?.to === address);
    return /\/p\/protokol\/(\w{24})/.exec(letter?.text ?? '')?.[1] ?? 'missing';
  };

  it('what a person writes stays, is written once under retries, and is not written over by who saw less', async () => {
    const words = {
      discussion: [
        { conclusion: meeting.frozen[0]!.conclusion, text: 'OWES Północ: więcej klientów.\n- gminy nie wiedzą' },
      ],
      remarks: '',
      nextMeeting: '18 marca 2027',
      writtenBy: 'Beata Sroka, ROPS',
    };
    const written = await desk().writeWords(meeting, 0, words);
    expect(await desk().writeWords(meeting, 0, words)).toEqual(written);
    await expect(desk().writeWords(meeting, 0, { ...words, remarks: 'inne' })).rejects.toMatchObject({
      code: 'minutes.changed-meanwhile',
    });
    const part = partOf(await treeNow(), '2. Przedstawione').join('\n');
    expect(part).toContain('Głosy w dyskusji. OWES Północ: więcej klientów.');
    expect(partOf(await treeNow(), '5. Ustalenia').join('\n')).toContain('Następne spotkanie. 18 marca 2027');
  });

  it('the text is frozen with a code, everybody with an address gets one letter, however often the form comes', async () => {
    const key = newId<'form'>();
    const sent = await send({ key });
    expect(await send({ key })).toEqual(sent);
    expect(sent).toMatchObject({ state: 'for-approval', version: 1, until: '2026-12-17' });
    const letters = await lettersNow();
    expect(letters.map((letter) => letter?.to).sort()).toEqual(MEMBERS.flatMap(({ email }) => email ?? []).toSorted());
    const [version] = sent.versions;
    expect(letters.every((letter) => letter?.text?.includes(version?.code ?? 'none'))).toBe(true);
    expect(letters.every((letter) => (letter?.attachments.length ?? 0) === 1)).toBe(true);
    const before = await desk().readTree(version!.code);
    await setting.workshop.agreements.addAgreement(
      meeting,
      {
        text: 'Później',
        addressees: [],
        person: '',
        due: '2027-03-01',
        dimension: null,
        origin: { kind: 'discussion' },
      },
      moderator.name,
    );
    expect(await desk().readTree(version!.code)).toEqual(before);
  }, 30_000);

  const fileNow = async (): Promise<Buffer> => {
    const [letter] = await lettersNow();
    return Buffer.from(letter?.attachments[0]?.content ?? '');
  };

  it('the letter’s PDF is tagged and accessible', async () => {
    expect(faultsOf(await fileNow())).toEqual([]);
  });

  whereReadable()('the letter’s PDF says the same numbers, and holds no markup of names', async () => {
    const file = await fileNow();
    const words = wordsOf(file).replaceAll('\u00a0', ' ');
    expect(words).toContain('Oddano 5 z 10 głosów.');
    expect(words).toContain(HOSTILE_NAME);
    expect(words).toContain(`Protokół nr ${meeting.number}/2026, wersja 1`);
  });

  it('a personal link leads to one person; only its fingerprint is stored; wrong ones are refused alike', async () => {
    const key = await keyFor('ewa@rops.example');
    expect((await desk().openByKey(key, 'tu')).member.name).toBe('Ewa Nowicka');
    const stored = await setting.application.storage.connection.collection('minutesKeys').find({}).toArray();
    expect(JSON.stringify(stored)).not.toContain(key);
    for (let tries = 0; tries < 30; tries += 1)
      await expect(desk().openByKey(`A${key.slice(1)}`.replace(key, 'X'), 'tam')).rejects.toMatchObject({
        code: 'minutes.key-unknown',
      });
    await expect(desk().openByKey(key, 'tam')).rejects.toMatchObject({ code: 'minutes.too-many-keys' });
    expect((await desk().openByKey(key, 'tu')).member.id).toBe('ewa');
  });

  const say = async (member: string, kind: 'approved' | 'remark', text = '', recordedBy: string | null = null) => {
    const name = MEMBERS.find(({ id }) => id === member)?.name ?? '';
    const { id, version } = await read();
    return desk().speak(id, { version, member, name, kind, text, recordedBy });
  };

  it('a voice counts once under retries, may be changed until the day, and earlier words stay', async () => {
    expect(await Promise.all(Array.from({ length: 5 }, () => say('ewa', 'approved')))).toEqual(
      Array(5).fill('written'),
    );
    expect(await say('marek', 'approved')).toBe('written');
    expect(await say('marek', 'remark', 'Byłem zdalnie.')).toBe('written');
    expect(await say('leszek', 'approved', '', moderator.name)).toBe('written');
    await expect(say('ewa', 'remark', 'nie ja', moderator.name)).rejects.toMatchObject({ code: 'minutes.has-spoken' });
    expect(await say('obcy', 'approved')).toBe('not-asked');
    const voices = await desk().voicesOf((await read()).id);
    expect(voices).toHaveLength(3);
    expect(voices.find(({ member }) => member === 'marek')).toMatchObject({
      kind: 'remark',
      answer: null,
      earlier: [{ kind: 'approved' }],
    });
  });

  it('a remark is answered with a sentence; a second version says what changed, and asks again', async () => {
    const close = async () =>
      desk().closeMinutes(meeting, { revision: (await read()).revision, by: moderator.name, translator: pl });
    await expect(close()).rejects.toMatchObject({ code: 'minutes.cannot-close-unanswered' });
    await expect(send({ changes: 'cokolwiek' })).rejects.toMatchObject({ code: 'minutes.cannot-close-unanswered' });
    const { id } = await read();
    const answer = { isTaken: true, text: 'Dopisano obecność zdalną.' };
    await desk().answerRemark(id, { version: 1, member: 'marek', revision: 2, answer });
    await expect(close()).rejects.toMatchObject({ code: 'minutes.cannot-close-taken' });
    const second = await send({ changes: 'Dopisano obecność zdalną Marka Zycha.' });
    expect(second.version).toBe(2);
    const tree = await desk().readTree(second.versions[1]!.code);
    expect(textOf(tree.blocks[1] as Block)).toBe('Zmiany wobec wersji 1: Dopisano obecność zdalną Marka Zycha.');
    expect(partOf(tree, '6. Zatwierdzenie').join('\n')).toContain(
      'Marek Zych, wersja 1: „Byłem zdalnie.” Uwzględniona. Dopisano obecność zdalną.',
    );
    const open = (await desk().lettersOf(second)).filter(({ fault }) => fault !== 'withdrawn');
    expect(open).toHaveLength(4);
  }, 30_000);

  it('it is closed after the day, silence is said plainly, and nothing changes any more', async () => {
    expect(await say('ewa', 'approved')).toBe('written');
    const close = async () =>
      desk().closeMinutes(meeting, { revision: (await read()).revision, by: moderator.name, translator: pl });
    await expect(close()).rejects.toMatchObject({ code: 'minutes.cannot-close-too-early' });
    setting.clock.moveTo('2026-12-18T08:00:00Z');
    expect(await say('marek', 'approved')).toBe('late');
    const approved = await close();
    expect(approved.state).toBe('approved');
    const tree = await desk().readTree(approved.approval!.code);
    const end = partOf(tree, '6. Zatwierdzenie').join('\n');
    expect(end).toContain('Protokół w wersji 2 zatwierdzono 18 grudnia 2026.');
    expect(end).toContain('Zatwierdziła 1 osoba: Ewa Nowicka.');
    expect(end).toContain('Nie odpowiedziało 5 osób: Tomasz Kania, Marek Zych,');
    expect(end).toContain('brak odpowiedzi liczy się jako zatwierdzenie');
    await expect(say('ewa', 'remark', 'po czasie')).rejects.toMatchObject({ code: 'minutes.already-approved' });
    await expect(
      desk().writeWords(meeting, approved.revision, { ...approved.words, remarks: 'po czasie' }),
    ).rejects.toMatchObject({ code: 'minutes.already-approved' });
    expect(await setting.workshop.minutes.findMinutes(meeting.id)).toEqual(approved);
  }, 30_000);
});

describe('minutes of several rounds', () => {
  it('tell each round with its votes, why it was held, a missing quorum and what stayed tied', async () => {
    const { minutes } = setting.workshop;
    const record = await minutes.readRecord(meeting);
    const [one, two] = record.proposals;
    const [round] = record.rounds;
    if (one === undefined || two === undefined || round === undefined) throw new Error('Nobody voted');
    const rounds = [
      round,
      {
        ...round,
        number: 2,
        votesEach: 1,
        reason: 'Remis w pierwszej rundzie',
        result: [{ option: two.id, votes: 1 }],
        turnout: { voters: 1, eligible: 5, votes: 1 },
        quorum: { isThere: false, needed: 3 },
        ties: [{ dimension: 'quality' as const, options: [one.id, two.id], votes: 1 }],
      },
    ];
    const tree = minutes.composeDraft({ ...record, rounds }, await minutes.readMinutes(meeting), pl);
    const part = partOf(tree, '3. Propozycje').join('\n');
    expect(part).toContain(
      'Runda 2. Remis w pierwszej rundzie. Każda osoba miała 1 głos. Głosowała 1 osoba z 5 uprawnionych. Oddano 1 z 5 głosów.',
    );
    expect(part).toContain(
      'Kworum nie było: potrzebne były głosy 3 osób. Remis na pierwszym miejscu (jakość): propozycje 1, 2',
    );
    expect(part).toMatch(/2\. Wzór wniosku[^;]*; OWES Północ ; [^;]*; 2 ; 1 ;/);
    expect(part).toMatch(/1\. Strona[^;]*; ROPS ; [^;]*; 3 ; – ;/);
  });
});

describe('minutes of a named ballot', () => {
  it('say who voted for what', async () => {
    const held = await holdMeeting(setting, { ballot: 'named' });
    const { minutes } = setting.workshop;
    const tree = minutes.composeDraft(await minutes.readRecord(held), await minutes.readMinutes(held), pl);
    expect(partOf(tree, '3. Propozycje').join('\n')).toContain('Marek Zych, OWES Północ: propozycja 1');
  }, 60_000);
});
