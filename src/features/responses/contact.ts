/** How respondents reach the people behind the study; only what is configured is shown. */
export interface Contact {
  readonly phone?: string;
  readonly email?: string;
  /** E-mail address of the data protection officer. */
  readonly dataProtectionOfficer?: string;
}

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface ContactView {
  readonly phone: Link | null;
  readonly email: Link | null;
}

/** Null when there is neither telephone nor address. */
export const presentContact = (contact: Contact | undefined): ContactView | null => {
  const { phone, email } = contact ?? {};
  if (phone === undefined && email === undefined) return null;
  return {
    phone: phone === undefined ? null : { text: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` },
    email: email === undefined ? null : { text: email, href: `mailto:${email}` },
  };
};
