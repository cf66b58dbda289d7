import type { RunningApplication } from './start';

/** What a person who starts the application needs to know, and nothing else. */
export const announce = ({ address, demonstration }: RunningApplication, say: (line: string) => void): void => {
  say(`Ewaluacja ES: ${address}`);
  if (demonstration === undefined) return;
  const { evaluationId, emails, password } = demonstration;
  say('');
  say('Demonstration data (generated from a fixed seed):');
  say(`  questionnaire for clients of OWES   ${address}/a/${evaluationId}-klienci-owes`);
  say(`  questionnaire for partners of ROPS  ${address}/a/${evaluationId}-partnerzy-rops`);
  say(`  sign in                             ${address}/logowanie`);
  for (const email of emails) say(`    ${email}`);
  say(password === undefined ? '  password: the one printed at the first start' : `  password: ${password}`);
};
