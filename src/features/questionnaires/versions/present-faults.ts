import type { Translator } from '../../../platform/i18n';
import { faultsIn, faultSentence } from '../domain';
import type { Draft } from '../drafts';
import { editorAddress, itemAddress } from './addresses';

/** What keeps a draft from being asked, and where it is mended. */
export interface FaultView {
  readonly address: string;
  readonly text: string;
}

export const presentFaults = ({ t }: Translator, draft: Draft): readonly FaultView[] => {
  const places = placesOf(draft);
  return faultsIn(draft.definition).map((fault) => {
    const text = faultSentence((key, values) => t(key, values), fault);
    const item = fault.code === null ? undefined : places.get(fault.code);
    return {
      address: item === undefined ? editorAddress(draft) : itemAddress(draft, item),
      text: fault.code === null ? text : t('versions:publication.at', { item: fault.code, text }),
    };
  });
};

/** By code of an item or a row: the item that has a page in the editor. */
const placesOf = ({ definition }: Draft): ReadonlyMap<string, string> =>
  new Map(
    definition.pages
      .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'repeat' ? [item, ...item.items] : [item])))
      .flatMap((item) => [
        [item.code, item.code] as const,
        ...('rows' in item ? item.rows.map(({ code }) => [code, item.code] as const) : []),
      ]),
  );
