export interface SignInForm {
  readonly email: string;
  readonly password: string;
}

/** What is missing from the form, before anyone is looked up. */
export interface SignInIssue {
  readonly field: 'email' | 'password';
  readonly fault: 'email-missing' | 'email-without-at' | 'password-missing';
}

export const checkSignIn = ({ email, password }: SignInForm): readonly SignInIssue[] => [
  ...emailIssues(email.trim()),
  ...(password === '' ? [{ field: 'password', fault: 'password-missing' } as const] : []),
];

const emailIssues = (email: string): readonly SignInIssue[] => {
  if (email === '') return [{ field: 'email', fault: 'email-missing' }];
  return email.includes('@') ? [] : [{ field: 'email', fault: 'email-without-at' }];
};
