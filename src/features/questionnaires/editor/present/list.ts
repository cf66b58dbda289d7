import { dayOf } from '../../../../platform/clock';
import type { Translator } from '../../../../platform/i18n';
import type { Evaluation } from '../../../evaluations';
import { allItems } from '../../domain/edit';
import type { Draft } from '../../drafts';
import type { PublishedVersion } from '../../store';

/** The questionnaires of a study: state, version, responses. */
export const presentList = (
  { t, format }: Translator,
  evaluation: Evaluation,
  drafts: readonly Draft[],
  versions: readonly PublishedVersion[],
  responses: readonly number[],
) => {
  const home = `/badania/${evaluation.id}/kwestionariusz`;
  return {
    home,
    fromTemplate: `/bank-pytan/szablony?badanie=${encodeURIComponent(evaluation.id)}`,
    questionnaires: drafts.map((draft, index) => {
      const { definition, code, revision, state, savedAt, savedBy } = draft;
      const latest = versions.find((version) => version.code === code);
      const isTouched = revision > 0;
      return {
        title: definition.title,
        address: `${home}/${code}/pytania`,
        files: `${home}/${code}/pliki`,
        questions: t('questionnaires:frame.questions', {
          count: allItems(definition).filter(({ kind }) => kind !== 'information').length,
        }),
        state:
          state === 'in-review'
            ? { text: t('editor:list.state.in-review'), tone: 'badge-info', icon: 'message-square' }
            : isTouched
              ? {
                  text: t('editor:list.state.draft', { version: definition.version }),
                  tone: 'badge-warn',
                  icon: 'pencil',
                }
              : { text: t('editor:list.state.published'), tone: 'badge-ok', icon: 'check' },
        version:
          latest === undefined
            ? t('editor:list.unpublished')
            : t('editor:list.version', { version: latest.version, day: format.shortDay(dayOf(latest.publishedAt)) }),
        saved:
          savedAt === null || !isTouched
            ? null
            : t('editor:list.saved', { day: format.shortDay(dayOf(savedAt)), time: format.time(savedAt), by: savedBy }),
        responses: format.integer(responses[index] ?? 0),
      };
    }),
  };
};
