import fc from 'fast-check';
import { changedPlaces, FIELD, powerSums } from '../../../src/features/analysis/domain/frozen/power-sums';

const codes = (most: number) => fc.array(fc.integer({ min: 0, max: FIELD - 1 }), { minLength: 1, maxLength: most });
const sumsOf = (values: readonly number[]) => powerSums(values.length, (place) => values[place] ?? 0);

test('nothing changed is found where nothing changed', () => {
  fc.assert(
    fc.property(codes(300), (values) => {
      expect(changedPlaces(values.length, sumsOf(values), sumsOf([...values]))).toEqual([]);
    }),
  );
});

test('one changed answer is found at its very place', () => {
  fc.assert(
    fc.property(codes(2_000), fc.nat(), fc.integer({ min: 1, max: FIELD - 1 }), (values, at, by) => {
      const place = at % values.length;
      const changed = values.with(place, ((values[place] ?? 0) + by) % FIELD);
      expect(changedPlaces(values.length, sumsOf(values), sumsOf(changed))).toEqual([{ from: place, to: place }]);
    }),
  );
});

test('several changed answers in different groups are each found', () => {
  const values = Array.from({ length: 6_400 }, (_, at) => at % 7);
  const changed = values.with(5, 90).with(700, 91).with(6_399, 92);
  expect(changedPlaces(values.length, sumsOf(values), sumsOf(changed))).toEqual([
    { from: 5, to: 5 },
    { from: 700, to: 700 },
    { from: 6_399, to: 6_399 },
  ]);
});

test('of two in one group, the group is told', () => {
  const values = Array.from({ length: 6_400 }, (_, at) => at % 7);
  const changed = values.with(10, 50).with(20, 60_000_000);
  const [found, ...others] = changedPlaces(values.length, sumsOf(values), sumsOf(changed));
  expect(others).toEqual([]);
  expect(found).toEqual({ from: 0, to: 99 });
});
