import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { SphereDecision } from '../domain';
import { areaName, readAreas } from './areas';
import type { DecisionForm } from './inputs';
import { areaText, validText, verdictBadge } from './present-decision';
import type { SphereDesk } from './read-desk';

/** What one person typed beside what another decided in the meantime. */
export interface ConflictView {
  readonly text: string;
  readonly rows: readonly { readonly name: string; readonly mine: string; readonly theirs: string }[];
}

export const conflictOf = (
  { evaluation }: SphereDesk,
  mine: DecisionForm,
  theirs: SphereDecision,
  translator: Translator,
): ConflictView => {
  const { t, format } = translator;
  const row = (name: string, own: string, other: string) => ({
    name: t(`sphere-decisions:column.${name}`),
    mine: own === '' ? '–' : own,
    theirs: other,
  });
  const scope =
    mine.zasieg === 'region'
      ? t('sphere-decisions:area.region')
      : readAreas(evaluation.wojewodztwo, mine.obszar)
          .areas.map((one) => areaName(one, translator))
          .join(', ');
  return {
    text: t('sphere-decisions:conflict.text', {
      name: theirs.by,
      day: format.day(dayOf(theirs.at)),
      time: format.time(theirs.at),
    }),
    rows: [
      row(
        'verdict',
        mine.decyzja === '' ? '' : verdictBadge(mine.decyzja, translator).text,
        verdictBadge(theirs.verdict, translator).text,
      ),
      row('reason', mine.powod, theirs.reason),
      row('area', scope, areaText(theirs.area, translator)),
      row('valid', [mine.od, mine.do].filter((text) => text !== '').join('–'), validText(theirs.valid, translator)),
      row('meeting', mine.spotkanie, theirs.meetingNumber === null ? '–' : String(theirs.meetingNumber)),
    ],
  };
};
