import type { Translator } from '../../../platform/i18n';
import { sphereStanding, type SphereList } from '../domain';
import { areaText, verdictBadge } from '../spheres/present-decision';

/** Rows of a version for a table program. */
export const listRows = (list: SphereList, today: string, translator: Translator): readonly (readonly string[])[] => {
  const { t } = translator;
  const columns = [
    'version',
    'published',
    'code',
    'sphere',
    'verdict',
    'reason',
    'area',
    'territories',
    'from',
    'until',
    'state',
    'meeting',
    'decidedOn',
    'institution',
    ...(list.demonstration ? ['remark'] : []),
  ];
  return [
    columns.map((name) => t(`sphere-decisions:file.${name}`)),
    ...list.spheres.map((one) => [
      String(list.number),
      list.day,
      one.sphere,
      one.label,
      verdictBadge(one.verdict, translator).text,
      one.reason,
      one.area === null ? '' : areaText(one.area, translator),
      one.area?.kind === 'areas' ? one.area.areas.map(({ code }) => code).join(', ') : '',
      one.valid?.from ?? '',
      one.valid?.until ?? '',
      one.valid === null ? '' : t(`sphere-decisions:standing.${sphereStanding(one, today)}`),
      one.meetingNumber === null ? '' : String(one.meetingNumber),
      one.decidedOn,
      list.institution,
      ...(list.demonstration ? [t('sphere-decisions:file.demonstration')] : []),
    ]),
  ];
};

/** The same for programs; who published it stays inside. */
export const listJson = (
  { code, number, day, meetingNumber, institution, regionName, demonstration, spheres }: SphereList,
  today: string,
) => ({
  list: code,
  version: number,
  published: day,
  meeting: meetingNumber,
  institution,
  region: regionName,
  demonstration,
  today,
  spheres: spheres.map((one) => ({
    code: one.sphere,
    label: one.label,
    verdict: one.verdict,
    reason: one.reason,
    area: one.area,
    valid: one.valid,
    standing: one.valid === null ? null : sphereStanding(one, today),
    meeting: one.meetingNumber,
    decidedOn: one.decidedOn,
  })),
});
