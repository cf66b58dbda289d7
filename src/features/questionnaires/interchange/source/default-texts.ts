import type { SourceText } from './source-form';

/* Words that other programs add by themselves, and that a questionnaire of ours must hold as its own. */

export const OTHER: SourceText = { pl: 'Inne, jakie?', en: 'Other, please specify', uk: 'Інше, що саме?' };
export const NONE: SourceText = { pl: 'Żadne z powyższych', en: 'None of the above', uk: 'Нічого з переліченого' };
export const YES: SourceText = { pl: 'Tak', en: 'Yes', uk: 'Так' };
export const NO: SourceText = { pl: 'Nie', en: 'No', uk: 'Ні' };
export const UNCERTAIN: SourceText = { pl: 'Trudno powiedzieć', en: 'Uncertain', uk: 'Важко сказати' };
export const FEMALE: SourceText = { pl: 'Kobieta', en: 'Female', uk: 'Жінка' };
export const MALE: SourceText = { pl: 'Mężczyzna', en: 'Male', uk: 'Чоловік' };
export const INCREASED: SourceText = { pl: 'Wzrosło', en: 'Increase', uk: 'Збільшилося' };
export const SAME: SourceText = { pl: 'Bez zmian', en: 'Same', uk: 'Без змін' };
export const DECREASED: SourceText = { pl: 'Spadło', en: 'Decrease', uk: 'Зменшилося' };
export const AGREE: SourceText = { pl: 'Potwierdzam', en: 'I confirm', uk: 'Підтверджую' };
export const DECLINE: SourceText = { pl: 'Nie potwierdzam', en: 'I do not confirm', uk: 'Не підтверджую' };
export const PAGE: SourceText = { pl: 'Pytania', en: 'Questions', uk: 'Запитання' };
export const SURVEY: SourceText = { pl: 'Ankieta', en: 'Survey', uk: 'Анкета' };
export const END: SourceText = { pl: 'Zakończenie', en: 'The end', uk: 'Завершення' };

const ALL: ReadonlySet<SourceText> = new Set<SourceText>([
  OTHER,
  NONE,
  YES,
  NO,
  UNCERTAIN,
  FEMALE,
  MALE,
  INCREASED,
  SAME,
  DECREASED,
  AGREE,
  DECLINE,
  PAGE,
  END,
  SURVEY,
]);

/** Whether the words are ours: they do not make a form one of several languages. */
export const isDefaultText = (text: SourceText): boolean => ALL.has(text);
