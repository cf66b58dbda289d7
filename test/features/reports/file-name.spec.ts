import { inlineFile } from '../../../src/features/reports/file-name';
import { may } from '../../../src/features/reports/policy';
import type { Actor } from '../../../src/features/accounts';

describe('the name of a file', () => {
  it('is given in plain letters and in full', () => {
    expect(inlineFile('Streszczenie – Łódź „ES” 2026.pdf')).toBe(
      `inline; filename="Streszczenie - Lodz ES 2026.pdf"; filename*=UTF-8''Streszczenie%20%E2%80%93%20%C5%81%C3%B3d%C5%BA%20%E2%80%9EES%E2%80%9D%202026.pdf`,
    );
  });

  it('cannot break out of its quotes', () => {
    expect(inlineFile('a"; filename="b\r\n.pdf')).toContain('filename="a filenameb.pdf"');
  });
});

describe('who may read what', () => {
  const actor = (role: string): Actor => ({ id: 'x', role, name: 'X', institution: 'owes-polnoc' }) as unknown as Actor;

  it.each(['evaluator', 'director', 'administrator'])('%s may read the summary', (role) => {
    expect(may(actor(role), 'read-summary')).toBe(true);
  });

  it('a coordinator may not read the summary, only own results', () => {
    expect(may(actor('coordinator'), 'read-summary')).toBe(false);
    expect(may(actor('coordinator'), 'read-own-results')).toBe(true);
  });

  it('only a director has the director’s page', () => {
    expect(['evaluator', 'administrator', 'coordinator'].map((role) => may(actor(role), 'read-director-home'))).toEqual(
      [false, false, false],
    );
  });
});
