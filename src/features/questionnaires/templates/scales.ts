import type { Choice, ScaleCode } from '../domain';

/*
 * The scale catalogue of domain 2.1, lowest point first, "trudno powiedzieć" last. Satisfaction is worded in the plural,
 * because respondents are addressed as "Państwo".
 */

const points = (...labels: readonly string[]): readonly Choice[] =>
  labels.map((label, index) => ({ code: String(index + 1), label, value: index + 1 }));

const notApplicable: Choice = { code: '97', label: 'nie dotyczy', missing: 97 };
const dontKnow: Choice = { code: '98', label: 'trudno powiedzieć', missing: 98 };

type NamedScale = Exclude<ScaleCode, 'NPS11' | 'RANK5'>;

export const SCALES: Readonly<Record<NamedScale, readonly Choice[]>> = {
  AGREE5: [
    ...points(
      'zdecydowanie się nie zgadzam',
      'raczej się nie zgadzam',
      'częściowo się zgadzam, częściowo się nie zgadzam',
      'raczej się zgadzam',
      'zdecydowanie się zgadzam',
    ),
    { ...dontKnow, label: 'nie wiem, trudno powiedzieć' },
  ],
  SAT5: [
    ...points(
      'bardzo niezadowoleni',
      'raczej niezadowoleni',
      'ani tak, ani nie',
      'raczej zadowoleni',
      'bardzo zadowoleni',
    ),
    notApplicable,
    dontKnow,
  ],
  QUAL5: [
    ...points('bardzo źle', 'raczej źle', 'ani dobrze, ani źle', 'raczej dobrze', 'bardzo dobrze'),
    notApplicable,
    dontKnow,
  ],
  IMP5: [
    ...points('zupełnie nieważne', 'raczej nieważne', 'ani ważne, ani nieważne', 'raczej ważne', 'bardzo ważne'),
    dontKnow,
  ],
  FREQ4: [...points('jednorazowo', 'kilka razy w roku', 'co miesiąc', 'częściej'), dontKnow],
  YN3: [...points('tak', 'nie'), dontKnow],
  CHG5: [
    ...points('znaczny spadek', 'niewielki spadek', 'bez zmian', 'niewielki wzrost', 'znaczny wzrost'),
    notApplicable,
    dontKnow,
  ],
};

/** Yes or no where "don't know" makes no sense: a consent. */
export const YES_NO: readonly Choice[] = points('tak', 'nie');
