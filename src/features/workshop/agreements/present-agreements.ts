import type { Translator } from '../../../platform/i18n';
import { addresseeNames } from '../../findings';
import type { Agreement, AgreementOrigin } from '../domain';
import { originValue } from './inputs';
import type { AgreementsDesk } from './read-desk';

export interface AgreementRow {
  /** `U3`. */
  readonly code: string;
  readonly text: string;
  readonly addressees: string;
  readonly person: string;
  readonly due: string;
  readonly origin: string;
  readonly address: string;
}

export interface AgreementsPage {
  readonly home: string;
  readonly title: string;
  readonly lead: string;
  readonly add: string;
  readonly rows: readonly AgreementRow[];
  /** Accepted proposals that nobody made an agreement of yet. */
  readonly open: readonly { readonly text: string; readonly address: string }[];
}

export const homeOfMeeting = ({ meeting }: Pick<AgreementsDesk, 'meeting'>): string =>
  `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`;

export const presentAgreements = (desk: AgreementsDesk, translator: Translator): AgreementsPage => {
  const { t, format } = translator;
  const { meeting, agreements, proposals, outcomes } = desk;
  const home = homeOfMeeting(desk);
  const taken = new Set(agreements.map(({ origin }) => originValue(origin)));
  const accepted = new Set(outcomes.flatMap(({ kind, proposal }) => (kind === 'accepted' ? [proposal] : [])));
  return {
    home,
    title: t('agreements:title', { number: meeting.number }),
    lead: t('agreements:lead', { title: meeting.title, day: format.day(meeting.day) }),
    add: `${home}/ustalenia/nowe`,
    rows: agreements.map((agreement) => rowOf(agreement, desk, translator)),
    open: proposals
      .filter(({ id }) => accepted.has(id) && !taken.has(`propozycja:${id}`))
      .map(({ id, text }) => ({ text, address: `${home}/ustalenia/nowe?propozycja=${encodeURIComponent(id)}` })),
  };
};

const rowOf = (agreement: Agreement, desk: AgreementsDesk, { t, format }: Translator): AgreementRow => ({
  code: t('agreements:code', { number: agreement.number }),
  text: agreement.text,
  addressees: addresseeNames(agreement.addressees, desk.evaluation).join(', '),
  person: agreement.person === '' ? t('agreements:nobody') : agreement.person,
  due: format.day(agreement.due),
  origin: originText(agreement.origin, desk, t),
  address: `${homeOfMeeting(desk)}/ustalenia/${agreement.number}`,
});

/** Where an agreement comes from, in words. */
export const originText = (
  origin: AgreementOrigin,
  { proposals, meeting, recommendations }: Pick<AgreementsDesk, 'proposals' | 'meeting' | 'recommendations'>,
  t: Translator['t'],
): string => {
  switch (origin.kind) {
    case 'proposal': {
      const found = proposals.find(({ id }) => id === origin.proposal);
      return found === undefined
        ? t('agreements:origin.proposal-gone')
        : t('agreements:origin.proposal', { number: found.number, text: found.text });
    }
    case 'sphere': {
      const found = meeting.sphereOptions.find(({ code }) => code === origin.sphere);
      return t('agreements:origin.sphere', { label: found?.label ?? origin.sphere });
    }
    case 'recommendation': {
      const found = recommendations.find(({ id }) => id === origin.recommendation);
      return found === undefined
        ? t('agreements:origin.recommendation-gone')
        : t('agreements:origin.recommendation', { number: found.number, title: found.title });
    }
    case 'discussion':
      return t('agreements:origin.discussion');
  }
};
