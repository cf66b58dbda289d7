import fc from 'fast-check';
import {
  countVotes,
  hasQuorum,
  mayMerge,
  standingProposals,
  tiedAt,
  turnoutOf,
  type Proposal,
  type ProposalId,
} from '../../../src/features/workshop/domain';

const options = ['a', 'b', 'c', 'd', 'e'];
const ballot = fc.record({ choices: fc.uniqueArray(fc.constantFrom(...options), { maxLength: 3 }) });

test('every vote is counted once, whatever the order of the ballots', () => {
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 60 }), (ballots) => {
      const counted = countVotes(options, ballots);
      expect(counted.reduce((sum, { votes }) => sum + votes, 0)).toBe(
        ballots.reduce((sum, { choices }) => sum + choices.length, 0),
      );
      expect(countVotes(options, ballots.toReversed())).toEqual(counted);
      for (const { option, votes } of counted)
        expect(votes).toBe(ballots.filter(({ choices }) => choices.includes(option)).length);
    }),
  );
});

test('a choice written twice on one ballot is one vote', () => {
  expect(countVotes(['a'], [{ choices: ['a', 'a'] }])).toEqual([{ option: 'a', votes: 1 }]);
});

test('a person with an empty ballot has not voted', () => {
  const members = [{ mayVote: true }, { mayVote: true }, { mayVote: false }];
  expect(turnoutOf(members, [{ choices: ['a', 'b'] }, { choices: [] }])).toEqual({ voters: 1, eligible: 2, votes: 2 });
});

test.each([
  [0.5, 11, 23, false],
  [0.5, 12, 23, true],
  [0.6, 3, 5, true],
  [1, 22, 23, false],
  [0, 0, 23, true],
])('a quorum of %p with %p voters of %p: %p', (quorum, voters, eligible, expected) => {
  expect(hasQuorum({ quorum }, { voters, eligible, votes: 0 })).toBe(expected);
});

test('no quorum is asked for where the group set none', () => {
  expect(hasQuorum({ quorum: null }, { voters: 0, eligible: 23, votes: 0 })).toBeNull();
});

test('a tie at the last place is told with everyone in it', () => {
  const counted = [
    { option: 'a', votes: 9 },
    { option: 'b', votes: 5 },
    { option: 'c', votes: 5 },
    { option: 'd', votes: 5 },
    { option: 'e', votes: 1 },
  ];
  expect(tiedAt(counted, 2).map(({ option }) => option)).toEqual(['b', 'c', 'd']);
  expect(tiedAt(counted, 1)).toEqual([]);
  expect(tiedAt(counted, 4)).toEqual([]);
});

const proposal = (id: string, mergedInto: string | null): Proposal =>
  ({ id, mergedInto, number: 1, text: id }) as unknown as Proposal;

test('whatever is merged, every proposal is seen once', () => {
  const links = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(links, (wanted) => {
      let proposals = Array.from({ length: 10 }, (_, at) => proposal(String(at), null));
      for (const [from, into] of wanted) {
        if (!mayMerge(proposals, String(from) as ProposalId, String(into) as ProposalId)) continue;
        proposals = proposals.map((one) => (one.id === String(from) ? proposal(one.id, String(into)) : one));
      }
      const standing = standingProposals(proposals);
      const seen = standing.flatMap(({ id, standsFor }) => [id, ...standsFor.map((one) => one.id)]);
      expect(seen.toSorted()).toEqual(proposals.map(({ id }) => id).toSorted());
    }),
  );
});

test('a proposal cannot be merged into what is merged into it', () => {
  const proposals = [proposal('a', 'b'), proposal('b', null)];
  expect(mayMerge(proposals, 'b' as ProposalId, 'a' as ProposalId)).toBe(false);
  expect(mayMerge(proposals, 'a' as ProposalId, 'a' as ProposalId)).toBe(false);
});
