import { OTHERS, type Results } from '../../../src/features/analysis/domain';
import { readOwnResults } from '../../../src/features/reports/domain';

interface Side {
  readonly own: number;
  readonly others: number | null;
  readonly lower: string | null;
}

const OWN = 'owes-polnoc';

const estimates = (mean: number | null) =>
  mean === null
    ? { level: 'hidden' }
    : {
        level: 'estimates',
        n: 60,
        estimates: { mean: { n: 60, mean, sd: 0.7 }, meanInterval: { low: mean - 0.2, high: mean + 0.2 } },
      };

/** A battery as a coordinator's view of the analysis gives it. */
const battery = (sides: readonly Side[]): Results =>
  ({
    sections: [
      {
        section: 'jakosc',
        questions: [
          {
            kind: 'ratings',
            question: { id: 'owes-clients.J', comparisonCode: null },
            rows: sides.map(({ own, others }, index) => ({
              row: { id: `J${index}`, text: `Zdanie ${index}` },
              groups: [
                { group: OWN, result: estimates(own) },
                { group: OTHERS, result: estimates(others) },
              ],
            })),
            comparisons: sides.flatMap(({ lower, others }, index) =>
              others === null ? [] : [{ row: `J${index}`, first: OWN, second: OTHERS, lower }],
            ),
          },
        ],
      },
    ],
  }) as unknown as Results;

describe('own results beside those of the others', () => {
  const { aspects } = readOwnResults(
    battery([
      { own: 4.5, others: 4.1, lower: OTHERS },
      { own: 3.9, others: 4.4, lower: OWN },
      { own: 4.2, others: null, lower: null },
      { own: 4.3, others: 4.35, lower: null },
    ]),
    OWN,
  );

  it('begin with the largest disadvantage and end with what cannot be compared', () => {
    expect(aspects.map(({ text }) => text)).toEqual(['Zdanie 1', 'Zdanie 3', 'Zdanie 0', 'Zdanie 2']);
  });

  it('are called lower or higher only where the analysis says that the difference is significant', () => {
    expect(aspects.map(({ verdict }) => verdict)).toEqual(['lower', 'no-difference', 'higher', 'untested']);
  });

  it('hide what the analysis hides', () => {
    expect(aspects[3]?.others).toBeNull();
  });
});
