import type { BatteryRow, Choice, Item } from '../../domain';
import type { ChoiceForm, FieldName, ItemForm, RowForm } from './item-form';

type Fields = Partial<Record<FieldName, string>>;

/** The form that shows an item. Read again, it gives the same item. */
export const formOf = (item: Item): ItemForm => ({
  kind: item.kind,
  fields: { ...commonFields(item), ...ownFields(item) },
  choices: 'choices' in item ? item.choices.map(choiceForm) : [],
  rows: 'rows' in item ? item.rows.map(rowForm) : [],
});

export const choiceForm = (choice: Choice): ChoiceForm => ({
  was: choice.code,
  code: choice.code,
  label: choice.label,
  value: choice.value === undefined ? '' : decimal(choice.value),
  role: roleOf(choice),
});

/** Its special meanings in one word: `98+wyklucza`. */
const roleOf = ({ missing, exclusive, other }: Choice): string =>
  [
    ...(missing === undefined ? [] : [String(missing)]),
    ...(other === true ? ['inna'] : []),
    ...(exclusive === true ? ['wyklucza'] : []),
  ].join('+');

const rowForm = ({ code, text, shownIf = '', comparisonCode = '' }: BatteryRow): RowForm => ({
  was: code,
  code,
  text,
  shownIf,
  comparison: comparisonCode,
});

const flag = (value: true | undefined): string => (value === true ? '1' : '');
const decimal = (value: number): string => String(value).replace('.', ',');

const commonFields = (item: Item): Fields => ({
  tekst: item.text,
  wskazowka: item.hint ?? '',
  kod: item.code,
  kryterium: item.criterion ?? '',
  porownanie: item.comparisonCode ?? '',
  wymagane: flag(item.required),
  losowo: flag(item.random),
  wrazliwe: flag(item.sensitive),
  ograniczenie: item.constraint ?? '',
  'ograniczenie-tekst': item.constraintText ?? '',
});

const ownFields = (item: Item): Fields => {
  switch (item.kind) {
    case 'information':
      return { konczy: flag(item.ends) };
    case 'single':
      return { skala: item.scale ?? '', lista: item.appearance === 'minimal' ? '1' : '' };
    case 'multiple':
      return { najwiecej: item.most === undefined ? '' : String(item.most) };
    case 'ranking':
      return { najwiecej: String(item.most) };
    case 'battery':
      return { skala: item.scale ?? '' };
    case 'scale0to10':
      return { poczatek: item.lowLabel, koniec: item.highLabel };
    case 'number':
      return {
        od: decimal(item.least),
        do: decimal(item.most),
        jednostka: item.unit ?? '',
        calkowita: flag(item.whole),
        limit: item.notAbove ?? '',
      };
    case 'territory':
      return { poziom: item.level };
    case 'open':
      return { dlugosc: String(item.longest), 'jedna-linia': flag(item.oneLine) };
    case 'date':
      return { najwczesniej: item.earliest ?? '', najpozniej: item.latest ?? '' };
    case 'sum':
      return { suma: decimal(item.total), jednostka: item.unit ?? '' };
    case 'consent':
      return { zgoda: item.agreeLabel, odmowa: item.declineLabel };
    case 'calculated':
      return { wyrazenie: item.expression };
    case 'repeat':
      return { powtarza: item.over, razy: item.most === undefined ? '' : String(item.most) };
    case 'email':
      return {};
  }
};
