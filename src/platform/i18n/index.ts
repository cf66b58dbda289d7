export { breakable } from './breakable';
export { capitalised } from './capitalised';
export { createFormat, type Format, type Locale } from './format';
export { loadTranslators, type TextParameters, type Translator, type Translators } from './translator';
