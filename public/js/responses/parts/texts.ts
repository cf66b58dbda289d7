/** Sentences made by the server, with places to fill in: `{time}`, `{n}`, `{label}`. */
export interface Texts {
  readonly saved: string;
  readonly saving: string;
  readonly notSaved: string;
  readonly offline: string;
  readonly left: Readonly<Record<string, string>>;
  readonly tooLong: string;
  readonly chosen: string;
  readonly full: string;
  readonly place: string;
  readonly removed: string;
}

export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
