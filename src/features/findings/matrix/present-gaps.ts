import type { Translator } from '../../../platform/i18n';
import type { CriterionCode } from '../../evaluations/domain';
import type { WordedRow } from './word-row';
import { wordItems } from './word-row';
import type { JudgedMatrix } from './read-judged';

/** What the matrix lacks, both ways, with doors to mend it. */
export interface GapsView {
  readonly questionsTitle: string;
  readonly questions: readonly {
    readonly name: string;
    readonly text: string;
    readonly choose: string;
    readonly chooseFor: string;
    readonly bank: string;
    readonly bankFor: string;
  }[];
  readonly itemsTitle: string;
  readonly items: readonly { readonly names: string; readonly text: string; readonly assignOf: string }[];
  readonly assign: string;
}

type GapRow = Pick<WordedRow, 'id' | 'number' | 'question'> & { readonly unknownItems: string };

export const presentGaps = (judged: JudgedMatrix, rows: readonly GapRow[], { t }: Translator): GapsView => {
  const home = `/badania/${judged.evaluation.id}/matryca`;
  const isBare = new Set<string>(judged.questionsWithoutData);
  const bare = rows.filter(({ id }) => isBare.has(id));
  const count = judged.itemsWithoutQuestion.reduce((sum, group) => sum + group.items.length, 0);
  return {
    questionsTitle: t('matrix:gap.questions', { count: bare.length }),
    questions: bare.map(({ id, number, question, unknownItems }) => ({
      name: t('matrix:gap.question', { number, name: question }),
      text: unknownItems === '' ? t('matrix:gap.question-text') : t('matrix:gap.gone-text', { items: unknownItems }),
      choose: `${home}/pytanie/${id}/zmien#pozycje`,
      chooseFor: t('matrix:gap.choose-for', { number }),
      bank: bankAddress(judged, id),
      bankFor: t('matrix:gap.bank-for', { number }),
    })),
    itemsTitle: t('matrix:gap.items', { count }),
    items: judged.itemsWithoutQuestion.map(({ items, seconds }) => {
      const names = wordItems(items, judged.questionnaires);
      return {
        names,
        text: t('matrix:gap.items-text', { count: seconds }),
        assignOf: t('matrix:gap.assign-of', { items: names }),
      };
    }),
    assign: `${home}/pozycje`,
  };
};

/** Criteria as the item bank names them. */
const IN_BANK: Readonly<Record<CriterionCode, string>> = {
  relevance: 'trafnosc',
  coherence: 'spojnosc',
  effectiveness: 'skutecznosc',
  efficiency: 'efektywnosc',
  utility: 'uzytecznosc',
  impact: 'oddzialywanie',
  sustainability: 'trwalosc',
};

/** The bank narrowed to the criterion of the question; for an own one, its name is searched. */
const bankAddress = ({ rows }: JudgedMatrix, id: string): string => {
  const criterion = rows.find(({ row }) => row.id === id)?.row.criterion;
  if (criterion === undefined) return '/bank-pytan';
  const narrowing = criterion.kind === 'listed' ? { kryterium: IN_BANK[criterion.code] } : { q: criterion.name };
  return `/bank-pytan?${new URLSearchParams(narrowing).toString()}`;
};
