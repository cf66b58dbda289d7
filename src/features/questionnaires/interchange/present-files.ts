import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import { offeredLanguages } from '../domain';
import type { Desk } from '../open-desk';
import { mayWrite } from '../policy';
import { deskAddress, presentFrame, type FrameView } from '../present-frame';

export interface FilesView {
  readonly frame: FrameView;
  readonly downloads: readonly { readonly address: string; readonly name: string; readonly text: string }[];
  /** Null for those who only read. */
  readonly upload: { readonly address: string; readonly toNew: string } | null;
  readonly message: string | null;
  readonly previous: string | null;
  readonly error: string | null;
}

export interface FilesState {
  /** Id of an import that has just replaced the draft. */
  readonly taken: string | null;
  readonly error: string | null;
}

export const presentFiles = (
  translator: Translator,
  desk: Desk,
  actor: Actor,
  { taken, error }: FilesState,
): FilesView => {
  const { t } = translator;
  const home = `${deskAddress(desk)}/pliki`;
  return {
    frame: presentFrame(translator, desk, actor, 'pliki'),
    downloads: [
      {
        address: `${home}/kwestionariusz.xlsx`,
        name: t('interchange:files.xlsform'),
        text: t('interchange:files.xlsform-text'),
      },
      {
        address: `${home}/kwestionariusz.json`,
        name: t('interchange:files.json'),
        text: t('interchange:files.json-text'),
      },
      ...offeredLanguages(desk.draft.definition).map(({ code, ownName }) => ({
        address: `${deskAddress(desk)}/druk.pdf?jezyk=${code}`,
        name: t('interchange:files.paper', { language: ownName }),
        text: t('interchange:files.paper-text'),
      })),
    ],
    upload: mayWrite(actor)
      ? { address: `${home}/wczytanie`, toNew: `/badania/${desk.evaluation.id}/kwestionariusz/wczytaj` }
      : null,
    message: taken === null ? null : t('interchange:files.taken'),
    previous: taken === null ? null : `${home}/wczytanie/${taken}/poprzedni.json`,
    error,
  };
};
