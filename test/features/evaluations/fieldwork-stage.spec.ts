import { fieldworkStage } from '../../../src/features/evaluations/domain';

const autumn = { opensOn: '2026-10-19', closesOn: '2026-11-30' };

// Day 31 of 43 on 18 November and twelve days to the end: screen 04 of the design.
test.each([
  ['2026-10-18', { kind: 'planned', daysToStart: 1, days: 43 }],
  ['2026-10-19', { kind: 'running', day: 1, days: 43, daysLeft: 42 }],
  ['2026-11-18', { kind: 'running', day: 31, days: 43, daysLeft: 12 }],
  ['2026-11-30', { kind: 'running', day: 43, days: 43, daysLeft: 0 }],
  ['2026-12-01', { kind: 'ended', days: 43, daysSince: 1 }],
])('on %s the fieldwork is %j', (today, stage) => {
  expect(fieldworkStage(autumn, today)).toEqual(stage);
});

test('the days are counted through the change of clocks', () => {
  expect(fieldworkStage({ opensOn: '2026-10-24', closesOn: '2026-10-26' }, '2026-10-26')).toEqual({
    kind: 'running',
    day: 3,
    days: 3,
    daysLeft: 0,
  });
});
