import { Problem } from '../../platform/problems';

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const notYetOpen = (opensOn: string): Problem =>
  new Problem('responses.not-yet-open', 'forbidden', { opensOn: asDate(opensOn) });

export const questionnaireClosed = (closesOn: string): Problem =>
  new Problem('responses.questionnaire-closed', 'gone', { closesOn: asDate(closesOn) });

export const invitationUsed = (usedOn: string): Problem =>
  new Problem('responses.invitation-used', 'gone', { usedOn: asDate(usedOn) });

export const noSuchPage = (pages: number, home: string): Problem =>
  new Problem('responses.no-such-page', 'not-found', { count: pages, home });

export const notAForm = (): Problem => new Problem('responses.not-a-form', 'invalid');

export const noReceipt = (home: string): Problem => new Problem('responses.no-receipt', 'not-found', { home });

export const tooManyCodes = (home: string): Problem => new Problem('responses.too-many-codes', 'too-many', { home });
