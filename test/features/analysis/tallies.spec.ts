import fc from 'fast-check';
import { columnOf } from '../../../src/features/analysis/domain/columns/column-of';
import {
  createEvaluationColumns,
  encodeByVersion,
} from '../../../src/features/analysis/domain/columns/evaluation-columns';
import { versionsOf } from '../../../src/features/analysis/domain/dataset';
import { latticeShape } from '../../../src/features/analysis/domain/disclosure/lattice';
import { crowdOf } from '../../../src/features/analysis/domain/tallies/crowd';
import { slotOfState, STATES, tallyOf } from '../../../src/features/analysis/domain/tallies/tally';
import type { Answer, MissingCode } from '../../../src/features/questionnaires/domain';
import { COMPILED, FIRST, PARTNERS } from './numbered';

const missing = fc.constantFrom<MissingCode>(95, 96, 97, 98, 99).map((code): Answer => ({ missing: code }));
const sheet = fc.record({
  J1: fc.oneof(fc.constantFrom<Answer>('1', '4', '5'), missing),
  U1: fc.oneof(fc.uniqueArray(fc.constantFrom('u0', 'u7', 'u31', 'u32', 'u33'), { minLength: 1 }), missing),
  S1: fc.oneof(fc.uniqueArray(fc.constantFrom('s1', 's2', 's4'), { minLength: 1 }), missing),
  N1: fc.oneof(fc.nat({ max: 9 }), missing),
});

/** The arrays of a column are one way to look at its answers, the tally another: they must agree. */
test('counting columns as they are kept gives what counting respondent by respondent gives', () => {
  const versions = versionsOf({ versions: COMPILED });
  fc.assert(
    fc.property(fc.array(fc.tuple(sheet, fc.boolean(), fc.nat({ max: 2 })), { maxLength: 40 }), (people) => {
      const columns = createEvaluationColumns(versions);
      const responses = people.map(([answers, isPartner], at) => {
        const { id, code } = isPartner ? PARTNERS : FIRST;
        const about = { versionId: id, questionnaireCode: code, status: 'complete' as const };
        return { ...about, answers, receivedOn: '2026-11-18', sequence: at + 1 };
      });
      columns.append(encodeByVersion(versions, responses));
      const rows = columns.rows();
      const cells = Uint32Array.from(people, ([, , cell]) => cell);
      const crowd = crowdOf(latticeShape([3]), cells, new Uint8Array(people.length));
      for (const field of ['J1', 'U1', 'S1', 'N1']) {
        const column = columnOf({ rows, fields: new Map([[FIRST.code, field]]) });
        const { width, counts } = tallyOf(column, crowd);
        const expected = new Uint32Array(counts.length);
        const add = (at: number, slot: number) => (expected[crowd.placeOf[at]! * width + slot]! += 1);
        column.states.forEach((state, at) => {
          add(at, slotOfState(state));
          if (column.kind === 'coded' && state === 0) add(at, STATES + column.values[at]!);
          if (column.kind === 'multiple')
            column.marks.forEach((marks, choice) => marks[at] && add(at, STATES + choice));
          if (column.kind === 'ranking')
            column.places.forEach(
              (places, choice) => places[at] && add(at, STATES + choice * column.most + places[at] - 1),
            );
        });
        expect(counts).toEqual(expected);
      }
    }),
  );
});
