import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Cell } from '../domain/tables';
import { answersOf } from './number-words';
import type { BarView, NumberView } from './present-number';
import type { NumberProof } from './read-number';

const FULL = 100;

/** Wording, all answers of the column, and where they come from. */
export const questionOf = (proof: NumberProof, translator: Translator): NumberView['question'] => {
  const { t, format } = translator;
  const { variable, wanted, distribution, at, versions } = proof;
  const origin = variable.origin;
  const [block] = distribution.blocks;
  const cells = (block?.rows ?? []).map(({ code, label, cells: all }) => ({ code, label, cell: all[at] ?? null }));
  const most = Math.max(0, ...cells.map(({ cell }) => cell?.n ?? 0));
  const barOf = (label: string, code: string, cell: Cell): BarView => ({
    label,
    isCounted: wanted.row.codes.includes(code),
    count: format.integer(cell.n),
    share: cell.share === null ? '' : format.percent(cell.share),
    width: most === 0 || cell.n === 0 ? null : `${((FULL * cell.n) / most).toFixed(1)}%`,
  });
  const [newest] = versions;
  return {
    text:
      origin?.kind === 'item'
        ? [origin.wording, origin.row ?? ''].filter((text) => text !== '').join(' ')
        : variable.label,
    bars: cells.flatMap(({ code, label, cell }) => (cell === null ? [] : [barOf(label, code, cell)])),
    terms: [
      ...(newest === undefined
        ? []
        : [
            {
              term: t('number-proof:term.version'),
              text: t('number-proof:version', {
                version: newest.version,
                day: format.day(dayOf(newest.publishedAt)),
                hash: newest.hash.slice(0, 12),
              }),
            },
          ]),
      { term: t('number-proof:term.variable'), text: variableText(proof, translator) },
      ...(wanted.row.codes.length > 1
        ? [{ term: t('number-proof:term.counted'), text: answersOf(proof, translator) }]
        : []),
    ],
  };
};

const variableText = ({ variable, dataset }: NumberProof, { t }: Translator): string => {
  const kind = variable.origin?.kind ?? 'wave';
  const version = variable.origin !== undefined && 'version' in variable.origin ? variable.origin.version : 0;
  return t(`number-proof:origin.${kind}`, { name: variable.name, dataset: dataset.title, version });
};
