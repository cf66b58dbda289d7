import { join } from 'node:path';
import { changeBetween, nextWave } from '../../../src/features/cooperation/domain';
import type { EffectLine } from '../../../src/features/cooperation/effect';
import { presentEffect } from '../../../src/features/cooperation/present-effect';
import type { Evaluation } from '../../../src/features/evaluations';
import { demonstrationEvaluation } from '../../../src/app/demonstration';
import { loadTranslators } from '../../../src/platform/i18n';
import type { EvaluationId } from '../../../src/platform/ids';
import { root } from '../../support/files';

const { pl } = loadTranslators(join(root, 'locales'));
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00A0', ' ');

const lineOf = (then: number, now: number, half: number, measure: 'share' | 'number' | 'nps' = 'share'): EffectLine => {
  const number = (value: number) => ({ value, interval: { low: value - half, high: value + half }, n: 120 });
  return {
    finding: { number: 1, title: 'Wynik' },
    indicator: {
      focus: { variable: 'J1', measure: 'udzial', codes: ['5'], column: null, against: null },
      name: 'Wskaźnik',
      measure,
    },
    then: { ...number(then), dataCut: '2026-11-22' },
    now: { ...number(now), dataCut: '2027-11-22' },
    change: changeBetween(number(then), number(now)),
    obstacle: null,
    isReworded: false,
  };
};

describe('the sentence beside two numbers', () => {
  const sentenceOf = (line: EffectLine): string => {
    const next = { id: 'nastepna' as EvaluationId, shortTitle: 'ES 2027', resultState: 'final' as const };
    return plain(presentEffect({ next, lines: [line] }, 'badanie', pl)?.lines[0]?.sentence);
  };

  it('says more, less or neither, with its unit, and never why', () => {
    expect(sentenceOf(lineOf(0.4, 0.6, 0.05))).toBe(
      'Teraz o 20 pkt proc. więcej niż wtedy (przedział różnicy od +13 do +27 pkt proc.).',
    );
    expect(sentenceOf(lineOf(4.2, 3.6, 0.2, 'number'))).toBe(
      'Teraz o 0,60 mniej niż wtedy (przedział różnicy od −0,88 do −0,32).',
    );
    expect(sentenceOf(lineOf(0.4, 0.42, 0.05))).toContain('Różnica +2 pkt proc., przedział od −5 do +9 pkt proc.');
    for (const line of [lineOf(0.4, 0.6, 0.05), lineOf(0.4, 0.42, 0.05)])
      expect(sentenceOf(line)).not.toMatch(/dzięki|ponieważ|skutek|wpłyn/);
  });
});

describe('the next wave', () => {
  const at = (id: string, day: string, more: Partial<Evaluation> = {}): Evaluation => ({
    ...demonstrationEvaluation(id as EvaluationId, day),
    ...more,
  });

  it('is the newest later evaluation of the region; what is made up is compared with what is made up', () => {
    const own = at('a', '2026-11-22');
    const all = [
      own,
      at('starsza', '2025-11-22'),
      at('b', '2027-11-22'),
      at('c', '2028-11-22'),
      at('inny-region', '2029-11-22', { wojewodztwo: '24' }),
      at('prawdziwa', '2029-11-22', { demonstration: false }),
    ];
    expect(nextWave(own, all)?.id).toBe('c');
    expect(nextWave(at('c', '2028-11-22'), all)).toBeUndefined();
    expect(nextWave({ ...own, wojewodztwo: '' }, all)).toBeUndefined();
  });
});
