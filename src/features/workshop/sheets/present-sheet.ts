import type { Translator } from '../../../platform/i18n';
import { MOST_SCORE, SHEET_CRITERIA, type ExpertSheet, type Meeting, type SphereOption } from '../domain';
import { scoreName, type SheetFault, type TypedSheet } from './read-form';
import type { SheetsState } from './state';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** The form, the same on the phone and on the moderator's page. */
export interface SheetFormView {
  readonly action: string;
  readonly revision: number;
  readonly faults: readonly string[];
  /** Places that hold a sphere another place holds too. */
  readonly places: readonly {
    readonly id: string;
    readonly label: string;
    readonly isFaulty: boolean;
    readonly options: readonly Option[];
  }[];
  readonly criteria: readonly { readonly name: string; readonly hint: string }[];
  /** Spheres in order of places. */
  readonly ranked: readonly ScoreRow[];
  /** The others, in the order of the list. */
  readonly others: readonly ScoreRow[];
  readonly areOthersOpen: boolean;
}

export interface ScoreRow {
  readonly code: string;
  readonly label: string;
  readonly cells: readonly {
    readonly name: string;
    readonly heading: string;
    readonly label: string;
    readonly options: readonly Option[];
  }[];
}

export interface SheetState {
  readonly typed: TypedSheet;
  readonly revision: number;
  readonly faults: readonly SheetFault[];
}

export const presentSheetForm = (
  { action, options }: { readonly action: string; readonly options: readonly SphereOption[] },
  { typed, revision, faults }: SheetState,
  translator: Translator,
): SheetFormView => {
  const { t } = translator;
  const twice = new Set(faults.flatMap((fault) => (fault.kind === 'twice' ? [fault.sphere] : [])));
  const ranked = [...new Set(typed.places)].flatMap((code) => options.find((option) => option.code === code) ?? []);
  const others = options.filter((option) => !ranked.includes(option));
  const row = (option: SphereOption): ScoreRow => rowOf(option, typed, translator);
  return {
    action,
    revision,
    faults: faults.map((fault) => faultText(fault, options, translator)),
    places: typed.places.map((chosen, at) => ({
      id: `miejsce${at + 1}`,
      label: t('sheets:form.place', { place: at + 1 }),
      isFaulty: twice.has(chosen),
      options: [
        { value: '', text: t('sheets:form.none'), isChosen: chosen === '' },
        ...options.map(({ code, label }) => ({ value: code, text: label, isChosen: code === chosen })),
      ],
    })),
    criteria: SHEET_CRITERIA.map((criterion) => ({
      name: t(`sheets:criterion.${criterion}.name`),
      hint: t(`sheets:criterion.${criterion}.hint`),
    })),
    ranked: ranked.map(row),
    others: others.map(row),
    areOthersOpen: others.some(({ code }) => Object.values(typed.scores[code] ?? {}).some((score) => score !== '')),
  };
};

const rowOf = ({ code, label }: SphereOption, { scores }: TypedSheet, { t }: Translator): ScoreRow => ({
  code,
  label,
  cells: SHEET_CRITERIA.map((criterion) => {
    const heading = t(`sheets:criterion.${criterion}.name`);
    const chosen = scores[code]?.[criterion] ?? '';
    return {
      name: scoreName(criterion, code),
      heading,
      label: t('sheets:form.score', { criterion: heading, sphere: label }),
      options: ['', ...Array.from({ length: MOST_SCORE }, (_, at) => String(at + 1))].map((value) => ({
        value,
        text: value === '' ? t('sheets:form.no-score') : value,
        isChosen: value === chosen,
      })),
    };
  }),
});

const faultText = (fault: SheetFault, options: readonly SphereOption[], { t }: Translator): string =>
  t(`sheets:faults.${fault.kind}`, {
    sphere: fault.kind === 'empty' ? '' : (options.find(({ code }) => code === fault.sphere)?.label ?? fault.sphere),
  });

/** The sheet on a phone. */
export interface SheetView {
  readonly home: string;
  readonly who: string;
  /** Null where nothing is kept yet. */
  readonly saved: string | null;
  /** Why nothing can be saved now, or why this was not; null: it can. */
  readonly notice: string | null;
  /** Null while there is nothing to fill in. */
  readonly form: SheetFormView | null;
}

export interface SheetPage {
  readonly meeting: Meeting;
  readonly who: { readonly name: string; readonly institution: string };
  readonly sheet: ExpertSheet | undefined;
  readonly state: SheetsState;
  /** What was refused; null: nothing. */
  readonly refused: { readonly notice: string | null; readonly form: SheetState } | null;
  readonly form: SheetState;
}

export const presentSheet = (
  { meeting, who, sheet, state, refused, form }: SheetPage,
  translator: Translator,
): SheetView => {
  const { t, format } = translator;
  const home = `/s/${meeting.code ?? ''}`;
  const isFillable = meeting.sphereOptions.length > 0 && (state === 'open' || refused !== null);
  return {
    home,
    who: t('workshop:phone.who', { name: who.name, institution: who.institution }),
    saved: sheet === undefined || refused !== null ? null : t('sheets:saved', { time: format.time(sheet.at) }),
    notice: refused?.notice ?? noticeOf(meeting, state, translator),
    form: isFillable
      ? presentSheetForm(
          { action: `${home}/arkusz`, options: meeting.sphereOptions },
          refused?.form ?? form,
          translator,
        )
      : null,
  };
};

const noticeOf = ({ sphereOptions }: Meeting, state: SheetsState, { t }: Translator): string | null => {
  if (sphereOptions.length === 0) return t('sheets:notice.no-spheres');
  return state === 'open' ? null : t(`sheets:notice.${state}`);
};
