import type { Page } from 'playwright-core';
import type { GroupId, Meeting } from '../../src/features/workshop';
import type { AccountId, EvaluationId } from '../../src/platform/ids';
import { describeInBrowser, faultsInEveryLook, PHONE } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/warsztat';
const EVALUATION = 'demonstracja' as EvaluationId;

describeInBrowser('Proposals, votes and outcomes in a browser', () => {
  const journey = startJourney();

  const member = (id: string, name: string, institution: string, mayVote = true) => ({
    id,
    name,
    institution,
    mayVote,
    email: null,
  });

  /** A meeting that is open, in the stage of proposals, over the first two conclusions. */
  const openMeeting = async (ballot: 'secret' | 'named'): Promise<Meeting> => {
    const { workshop } = journey.application.chapters;
    const conclusions = await workshop.listConclusions(EVALUATION);
    const { number } = await workshop.createMeeting(
      {
        evaluationId: EVALUATION,
        groupId: 'g26' as GroupId,
        title: 'Grupa tematyczna',
        day: '2026-12-10',
        from: '10:00',
        to: '13:00',
        place: 'Sala 114',
        agenda: '',
        materials: conclusions.slice(0, 2).map(({ id }) => id),
        rules: { votesEach: 2, spheresEach: 2, ballot, quorum: 0.5, guests: true },
        members: [
          member('m1', 'Ewa Nowicka', 'ROPS'),
          member('m2', 'Marek Zych', 'OWES Północ'),
          member('m3', 'Leszek <script>Rak', 'OWES Południe'),
          member('m4', 'Anna Lis', 'Gmina', false),
        ],
      },
      { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' },
    );
    const read = async (): Promise<Meeting> => (await workshop.readMeeting(EVALUATION, number)).meeting;
    await workshop.openMeeting(await read());
    await workshop.moveStage(await read(), 'proposals');
    return read();
  };

  /** Without scripts, unless the page is to be checked by one. */
  const phone = async ({ code }: Meeting, name: string, javaScriptEnabled = false): Promise<Page> => {
    const page = await (await journey.visit({ viewport: PHONE, javaScriptEnabled })).newPage();
    await page.goto(`${journey.address}/s/${code ?? ''}`);
    await page.getByLabel('Osoba z listy').selectOption({ label: name });
    await page.getByRole('button', { name: 'Dołącz' }).click();
    return page;
  };

  const proposeOn = async (page: Page, text: string, area: string): Promise<void> => {
    await page.getByLabel('Propozycja', { exact: true }).fill(text);
    await page.getByText(area, { exact: true }).last().click();
    await page.getByRole('button', { name: 'Wyślij propozycję' }).click();
  };

  test('phones without scripts: proposals with their conclusion, comments, changes of words, limits in sentences', async () => {
    const meeting = await openMeeting('secret');
    const { workshop } = journey.application.chapters;
    const ewa = await phone(meeting, 'Ewa Nowicka');
    await ewa.getByText('Głosowanie jest tajne.').waitFor();
    await ewa.getByLabel('Na który wniosek odpowiada?').selectOption({ index: 2 });
    await proposeOn(ewa, 'Wspólny numer telefonu', 'Koordynacja');
    const [sent] = await workshop.listProposals(meeting.id);
    expect(sent).toMatchObject({ conclusion: meeting.materials[1], dimension: 'coordination', institution: 'ROPS' });

    const rak = await phone(meeting, 'Leszek <script>Rak');
    await rak.getByText('Leszek <script>Rak, OWES Południe').waitFor();
    await rak.getByRole('link', { name: 'Wszystkie propozycje, uwagi i poprawki' }).click();
    await rak.getByRole('link', { name: /Uwagi.*Wspólny numer/ }).click();
    await rak.getByRole('button', { name: 'Dodaj uwagę' }).click();
    await rak.getByText('Proszę wpisać uwagę').waitFor();
    await rak.getByLabel('Dodaj uwagę').fill('<script>alert(1)</script> i czat');
    await rak.getByRole('button', { name: 'Dodaj uwagę' }).click();
    await rak.getByText('Uwaga jest dodana.').waitFor();
    await rak.getByText('<script>alert(1)</script> i czat').waitFor();
    expect(await rak.getByRole('button', { name: 'Zapisz zmianę' }).count()).toBe(0);

    await ewa.goto(`${journey.address}/s/${meeting.code ?? ''}/propozycje/1`);
    await workshop.amendProposal(meeting, {
      id: sent?.id ?? ('' as never),
      from: 'Wspólny numer telefonu',
      text: 'Wspólny numer i czat',
      by: 'Anna Wrona',
    });
    await ewa.getByLabel('Nowe brzmienie').fill('Wspólny numer telefonu i strona');
    await ewa.getByRole('button', { name: 'Zapisz zmianę' }).click();
    await ewa.getByText('zmienił tę propozycję na: „Wspólny numer i czat”').waitFor();
    expect(await ewa.getByLabel('Nowe brzmienie').inputValue()).toBe('Wspólny numer telefonu i strona');
    await ewa.getByRole('button', { name: 'Zapisz zmianę' }).click();
    await ewa.getByText('Zmiana jest zapisana.').waitFor();
    for (const words of ['Wspólny numer i czat', 'Wspólny numer telefonu', 'prowadzenie: Anna Wrona'])
      await ewa.getByText(words, { exact: true }).waitFor();

    await ewa.goto(`${journey.address}/s/${meeting.code ?? ''}/propozycje`);
    const long = 'x'.repeat(10_000);
    await proposeOn(ewa, long, 'Jakość');
    await ewa.getByText('Propozycja ma 10000 znaków, a może mieć najwyżej 140').waitFor();
    expect((await ewa.getByLabel('Propozycja', { exact: true }).inputValue()).length).toBe(long.length);
    await proposeOn(ewa, '', 'Jakość');
    await ewa.getByText('Proszę wpisać propozycję').waitFor();
    // The voting is opened while somebody writes.
    await ewa.getByLabel('Propozycja', { exact: true }).fill('Dyżur raz w tygodniu');
    await workshop.openVoting(meeting.id, 'voting');
    await ewa.getByRole('button', { name: 'Wyślij propozycję' }).click();
    await ewa.getByText('Propozycji nie można już zmieniać').waitFor();
    expect(await ewa.getByLabel('Propozycja', { exact: true }).inputValue()).toBe('Dyżur raz w tygodniu');
    await rak.getByLabel('Dodaj uwagę').fill('Za późno');
    await rak.getByRole('button', { name: 'Dodaj uwagę' }).click();
    await rak.getByText('Propozycji nie można już zmieniać').waitFor();
    expect(await rak.getByLabel('Dodaj uwagę').inputValue()).toBe('Za późno');
    for (const page of [ewa, rak]) await page.context().close();
  }, 120_000);

  test('the moderator: merge, a tie, a round by name between the tied, an outcome with its reason, an agreement', async () => {
    const meeting = await openMeeting('named');
    const { workshop } = journey.application.chapters;
    const page = await journey.as('ewaluator');
    const list = `${journey.address}${HOME}/${meeting.number}/propozycje`;
    await page.goto(list);
    for (const text of ['Wspólny numer telefonu', 'Wspólny numer telefonu i strona', 'Dyżur w gminach']) {
      await page.getByText('Koordynacja', { exact: true }).last().click();
      await page.getByLabel('Propozycja', { exact: true }).fill(text);
      await page.getByLabel('Kto zgłosił').fill('Gmina <i>Alfa</i>');
      await page.getByRole('button', { name: 'Dopisz propozycję' }).click();
      await page.getByText('Propozycja jest na liście.').waitFor();
    }
    await page.getByText('Podobne słowa: P2').waitFor();
    const faults = [...(await faultsInEveryLook(page))];
    await page.getByRole('link', { name: /P2/ }).first().click();
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByLabel('Z którą').selectOption({ index: 0 });
    await page.getByRole('button', { name: 'Połącz' }).click();
    await page.getByText('Ta propozycja jest częścią innej:').waitFor();
    await page.getByRole('button', { name: 'Rozłącz' }).click();
    await page.getByText('Propozycja znów stoi osobno.').waitFor();
    await page.getByLabel('Z którą').selectOption({ index: 0 });
    await page.getByRole('button', { name: 'Połącz' }).click();
    await page.getByText('Propozycje są połączone.').waitFor();

    await workshop.moveStage((await workshop.readMeeting(EVALUATION, meeting.number)).meeting, 'voting');
    await workshop.openVoting(meeting.id, 'voting');
    const ewa = await phone(meeting, 'Ewa Nowicka');
    const marek = await phone(meeting, 'Marek Zych');
    await ewa.getByText('Głosowanie jest jawne.').waitFor();
    await ewa.getByRole('button', { name: /Głosuj.*Wspólny numer/ }).click();
    await marek.getByRole('button', { name: /Głosuj.*Dyżur/ }).click();
    await marek.getByText('Pozostał 1 głos z 2').waitFor();
    await workshop.closeVoting(meeting.id, 'voting');
    await marek.getByRole('button', { name: /Głosuj.*Wspólny numer/ }).click();
    await marek.getByRole('heading', { name: 'Głosowanie już się zakończyło' }).waitFor();

    await page.goto(list);
    await page.getByText('Remis na pierwszym miejscu w obszarze Koordynacja').waitFor();
    await page
      .getByRole('row', { name: /Marek Zych, OWES Północ/ })
      .getByText('Dyżur w gminach')
      .waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByRole('button', { name: 'Przygotuj następną rundę' }).click();
    await page.getByText('Proszę wpisać uzasadnienie').waitFor();
    await page.getByLabel('Dlaczego powtarzamy').fill('Remis');
    await page.getByRole('button', { name: 'Przygotuj następną rundę' }).click();
    await page.getByText('Następna runda czeka na otwarcie. Powód: Remis').waitFor();
    await workshop.openVoting(meeting.id, 'voting');
    await ewa.goto(`${journey.address}/s/${meeting.code ?? ''}`);
    await ewa.getByText('Głosowanie powtarzamy. Powód: Remis').waitFor();
    await ewa.getByRole('button', { name: /Głosuj.*Wspólny numer/ }).click();
    await workshop.closeVoting(meeting.id, 'voting');

    await page.goto(list);
    await page.getByText('Nie było kworum: głosowało 1 z 3 uprawnionych, potrzeba 2.').waitFor();
    await page.getByRole('link', { name: /P1/ }).first().click();
    expect(await page.getByLabel('Uzasadnienie').inputValue()).toBe(
      '1 głos, najwięcej w obszarze, w rundzie 2, bez kworum (głosowało 1, potrzeba 2)',
    );
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByText('Przyjęta', { exact: true }).click();
    await page.getByLabel('Uzasadnienie').fill('');
    await page.getByRole('button', { name: 'Zapisz wynik' }).click();
    await page.getByText('Proszę wpisać uzasadnienie: sama liczba głosów').waitFor();
    await page.getByLabel('Uzasadnienie').fill('Najwięcej głosów, kosztuje mało');
    await page.getByRole('button', { name: 'Zapisz wynik' }).click();
    await page.getByText('Wynik jest zapisany.').waitFor();
    const [proposal] = await workshop.listProposals(meeting.id);
    const link = page.getByRole('link', { name: 'Zapisz ustalenie' });
    expect(await link.getAttribute('href')).toBe(
      `${HOME}/${meeting.number}/ustalenia?propozycja=${proposal?.id ?? ''}`,
    );
    expect(await workshop.outcomes.outcomesOf(meeting.id)).toMatchObject([
      { kind: 'accepted', reason: 'Najwięcej głosów, kosztuje mało', revision: 1 },
    ]);
    expect(faults).toEqual([]);
    for (const one of [page, ewa, marek]) await one.context().close();
  }, 180_000);

  test('pages of phones are accessible and fit every window, also by keyboard alone', async () => {
    const meeting = await openMeeting('secret');
    const ewa = await phone(meeting, 'Ewa Nowicka', true);
    await proposeOn(ewa, 'Wspólny numer telefonu', 'Koordynacja');
    const faults: string[] = [];
    for (const part of ['', '/propozycje', '/propozycje/1']) {
      await ewa.goto(`${journey.address}/s/${meeting.code ?? ''}${part}`);
      faults.push(...(await faultsInEveryLook(ewa)));
    }
    await ewa.getByLabel('Dodaj uwagę').focus();
    await ewa.keyboard.type('Uwaga z klawiatury');
    await ewa.keyboard.press('Tab');
    await ewa.keyboard.press('Enter');
    await ewa.getByText('Uwaga jest dodana.').waitFor();
    faults.push(...(await faultsInEveryLook(ewa)));
    expect(faults).toEqual([]);
    await ewa.context().close();
  }, 120_000);
});
