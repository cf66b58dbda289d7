import type { DraftKey } from '../drafts';

const homeOf = ({ evaluationId, code }: DraftKey): string => `/badania/${evaluationId}/kwestionariusz/${code}`;

export const historyAddress = (key: DraftKey): string => `${homeOf(key)}/wersje`;
export const differenceAddress = (key: DraftKey, version: number): string => `${historyAddress(key)}/${version}`;
export const publicationAddress = (key: DraftKey): string => `${homeOf(key)}/publikacja`;
export const previewAddress = (key: DraftKey): string => `${homeOf(key)}/podglad`;
export const itemAddress = (key: DraftKey, item: string): string =>
  `${homeOf(key)}/pytania/${encodeURIComponent(item)}`;
export const editorAddress = (key: DraftKey): string => `${homeOf(key)}/pytania`;
