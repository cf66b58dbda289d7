export { rememberedTranslation } from './memory';
export { offeringCompleteLanguages, translationsFor } from './translations-for';
