import type { Translator } from '../../../platform/i18n';
import { disagreements, votesSayOf } from './own-words';
import { lastChoice, votesFor, type SphereDesk } from './read-desk';
import { apartText, placeText, rangeText } from './present-apart';

/** Where a reason in own words is asked for. */
export const statementsOf = (desk: SphereDesk, code: string, translator: Translator): readonly string[] => {
  const disputed = disagreements(desk).find(({ sphere }) => sphere === code);
  const say = votesSayOf(desk, code, null);
  const { t } = translator;
  return [
    ...(disputed === undefined ? [] : [apartText(disputed, translator)]),
    ...(say === null
      ? []
      : [t(`sphere-decisions:votes.${say}`, { number: lastChoice(desk.meetings)?.meeting.number ?? 0 })]),
  ];
};

/** Places in the groups, and votes of the last choice. */
export const factsOf = ({ ranked: { spheres }, meetings }: SphereDesk, code: string, translator: Translator) => {
  const { t, format } = translator;
  const at = spheres?.spheres.findIndex((one) => one.code === code) ?? -1;
  const groups = (spheres?.groups ?? []).flatMap((group) => {
    const sphere = group.level === 'estimates' ? group.spheres[at] : null;
    if (group.level !== 'estimates' || sphere == null) return [];
    const { places, interval, borda } = sphere;
    const placed = { places, interval, mean: borda };
    return [
      {
        name: t(`spheres:group.${group.group}.name`),
        text: t('sphere-decisions:facts.group', {
          place: placeText(placed, translator),
          mean: format.decimal(borda, 1),
          range: interval === null ? t('spheres:cell.noInterval') : rangeText(placed, translator),
          n: format.integer(group.n),
        }),
      },
    ];
  });
  const choice = lastChoice(meetings);
  const counted = choice === undefined ? undefined : votesFor(choice, code);
  if (choice === undefined || counted === undefined) return groups;
  return [
    ...groups,
    {
      name: t('sphere-decisions:facts.choice', { number: choice.meeting.number }),
      text: t('sphere-decisions:facts.votes', {
        count: counted.votes,
        voters: format.integer(choice.rounds.at(-1)?.turnout.voters ?? 0),
      }),
    },
  ];
};
