export { createAssetAddress, type AssetFolders } from './assets';
export { createApplication, type ApplicationParts } from './create-application';
export { createIcons } from './icons';
export {
  localeOf,
  sendPage,
  sendPart,
  speak,
  translatorIn,
  translatorOf,
  wantsJson,
  type LanguageLink,
  type Layout,
  type Page,
  type PageKit,
} from './send-page';
export { createRender, type Model, type Render } from './views';
export { openEventStream, openStreams, type EventStream } from './event-stream';
export { isUnchanged } from './is-unchanged';
export { parseInput } from './parse-input';
export { createFormTokens, type FormTokens } from './csrf';
export {
  createSessions,
  endSession,
  ensureSessionExpiry,
  forgetSession,
  hadSession,
  startSession,
  subjectOf,
  type SessionSettings,
} from './sessions';
export { allowOwnFrames, allowToBeFramed } from './security';
export { isUploadTooLarge, receiveUploads, uploadedFile, type UploadedFile } from './uploads';
