import { readFileSync } from 'node:fs';
import {
  gminasByPowiat,
  isTerritory,
  nameOf,
  NORTHERN_POWIATS,
  powiatOf,
  powiatsOf,
  SOUTHERN_POWIATS,
  subregionOf,
} from '../../../src/features/organisations/domain';
import { testWithShared } from '../../support/files';

const KINDS: Readonly<Record<string, string>> = { '1': 'urban', '2': 'rural', '3': 'mixed' };

const gminas = gminasByPowiat('26').flatMap((group) => group.gminas);

describe('the territory of the świętokrzyskie voivodeship', () => {
  test('has 13 powiats, one city with powiat rights and 102 gminas', () => {
    expect(powiatsOf('26').filter(({ isCity }) => !isCity)).toHaveLength(13);
    expect(powiatsOf('26').filter(({ isCity }) => isCity)).toMatchObject([{ code: '2661', name: 'Kielce' }]);
    expect(gminas).toHaveLength(102);
  });

  testWithShared(
    'data/terc-2024-01-01.csv',
    'agrees with the TERC register of 1 January 2024 record by record',
    (file) => {
      const records = readFileSync(file, 'utf8')
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/\r?\n/)
        .slice(1);
      const region = records.map((record) => record.split(';')).filter(([voivodeship]) => voivodeship === '26');
      const powiats = region.filter(([, powiat, gmina]) => powiat !== '' && gmina === '');
      const registered = region.filter(([, , , kind = '']) => kind in KINDS);

      expect(
        powiatsOf('26')
          .map(({ code, name, isCity }) => [code, name, isCity])
          .sort(),
      ).toEqual(
        powiats.map(([w = '', p = '', , , name, kind]) => [w + p, name, kind === 'miasto na prawach powiatu']).sort(),
      );
      expect(gminas.map(({ code, name, kind, powiat }) => [code, name, kind, powiat]).sort()).toEqual(
        registered
          .map(([w = '', p = '', g = '', kind = '', name]) => [w + p + g + kind, name, KINDS[kind], w + p])
          .sort(),
      );
    },
  );

  test('is listed by powiat in Polish alphabetical order, the city last', () => {
    const names = powiatsOf('26').map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['buski', 'jędrzejowski', 'kazimierski']);
    expect(names.at(-1)).toBe('Kielce');
    const kielecki =
      gminasByPowiat('26')
        .find(({ powiat }) => powiat.code === '2604')
        ?.gminas.map(({ name }) => name) ?? [];
    expect(kielecki.indexOf('Łopuszno')).toBe(kielecki.indexOf('Łagów') + 1);
    expect(kielecki.indexOf('Łopuszno')).toBeLessThan(kielecki.indexOf('Masłów'));
  });

  test('finds the powiat, the subregion and the name of a code', () => {
    expect(powiatOf('2604112')?.name).toBe('kielecki');
    expect(powiatOf('2661')?.name).toBe('Kielce');
    expect(subregionOf('2609011')?.name).toBe('sandomiersko-jędrzejowski');
    expect(subregionOf('2610')?.code).toBe('kielecki');
    expect([nameOf('2604112'), nameOf('2609'), nameOf('kielecki')]).toEqual(['Mniów', 'sandomierski', 'kielecki']);
  });

  test('knows nothing of codes from elsewhere', () => {
    expect([powiatOf('0201011'), subregionOf('9999'), nameOf(''), isTerritory('2604', 'gmina')]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ]);
    expect(gminasByPowiat('08')).toEqual([]);
  });

  test('is divided by the demonstration into a northern and a southern area with nothing left over', () => {
    expect([...NORTHERN_POWIATS, ...SOUTHERN_POWIATS].sort()).toEqual(
      powiatsOf('26')
        .map(({ code }) => code)
        .sort(),
    );
    expect([NORTHERN_POWIATS.length, SOUTHERN_POWIATS.length]).toEqual([6, 8]);
  });
});
