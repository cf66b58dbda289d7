import { inLanguage } from '../../../questionnaires/domain';
import type { Block } from '../../domain';
import type { Composing } from '../composing';
import { intervalText } from '../words/cell-text';
import { INSTITUTION } from '../datasets';
import { drawn, missing, together, type Drawn } from '../drawn';
import { keyFigures } from './key-figures';
import { findMeaning, ownDatasets, summaryCell } from './questions';
import { readyConclusions, readyFindings } from './ready';
import { qualityStatements, type Statement } from './statements';

const MOST = 3;

/** The numbers of the report in English, whatever language the rest of it is in. */
export const englishSummary = async (composing: Composing): Promise<Drawn> => {
  const english: Composing = { ...composing, translator: composing.translator.speaking('en') };
  const { translator, evaluation, overview } = english;
  const { t, format } = translator;
  if (overview.n === 0) return missing(t('compose:missing.answers'));
  const values = {
    region: evaluation.regionName,
    n: format.integer(overview.n),
    opens: format.day(evaluation.opensOn),
    day: format.day(overview.dataCut),
    smallest: evaluation.smallestGroup,
  };
  const text = (key: string, more = {}): Block => ({
    kind: 'text',
    text: t(`compose:english.${key}`, { ...values, ...more }),
  });
  const statements = await qualityStatements(english);
  return together(
    drawn(text('about'), text(`state.${composing.wanted.state}`)),
    await keyFigures(english),
    await ratings(english),
    drawn(
      ...(await statementList('best', statements.slice(0, MOST), english)),
      ...(await statementList('worst', statements.slice(MOST).slice(-MOST).toReversed(), english)),
      text('work', await workDone(english)),
      text('method'),
    ),
  );
};

/** Overall rating of each institution, of a hidden one that it is hidden. */
const ratings = async (composing: Composing): Promise<Drawn> => {
  const { translator } = composing;
  const { t, format } = translator;
  const items: string[] = [];
  for (const dataset of await ownDatasets(composing)) {
    const found = await findMeaning(dataset, 'overall-rating', composing);
    if (found === undefined) continue;
    const names = composing.overview.samples.find((one) => one.dataset.code === dataset.code)?.institutions ?? [];
    for (const [at, { variable, label: own }] of found.given.table.columns.entries()) {
      const isAlone = found.given.table.columns.length === 1;
      if (variable !== INSTITUTION && !isAlone) continue;
      const label = isAlone ? names.join(', ') : own;
      const cell = summaryCell(found.block, 'mean', at);
      const n = found.block.bases[at]?.n;
      items.push(
        cell?.value == null || n === undefined
          ? t('compose:english.hidden', { name: label })
          : t('compose:english.rating', {
              name: label,
              mean: format.decimal(cell.value, 2),
              interval: cell.interval === null ? '–' : intervalText('mean', cell.interval, translator),
              n: format.integer(n),
            }),
      );
    }
  }
  return items.length === 0
    ? drawn()
    : drawn(
        { kind: 'heading', level: 3, text: t('compose:english.ratings') },
        { kind: 'list', ordered: false, items: items.map((text) => [{ text }]) },
      );
};

const statementList = async (
  kind: 'best' | 'worst',
  statements: readonly Statement[],
  composing: Composing,
): Promise<readonly Block[]> => {
  const { t, format } = composing.translator;
  if (statements.length === 0) return [];
  const wording = await englishWordings(composing);
  return [
    { kind: 'heading', level: 3, text: t(`compose:english.${kind}`) },
    {
      kind: 'list',
      ordered: false,
      items: statements.map(({ questionnaire, variable, text, share, n }) => [
        {
          text: t('compose:english.statement', {
            statement: wording.get(`${questionnaire}.${variable}`) ?? text,
            share: format.percent(share),
            n: format.integer(n),
          }),
        },
      ]),
    },
  ];
};

/** Statements in English where somebody has translated the questionnaire. */
const englishWordings = async ({ material }: Composing): Promise<ReadonlyMap<string, string>> => {
  const wordings = new Map<string, string>();
  for (const { code, definition } of await material.versions())
    for (const { items } of inLanguage(definition, 'en').pages)
      for (const item of items)
        if (item.kind === 'battery') for (const row of item.rows) wordings.set(`${code}.${row.code}`, row.text);
  return wordings;
};

const workDone = async (composing: Composing) => {
  const findings = await readyFindings(composing);
  return {
    findings: findings.length,
    problems: findings.filter(({ tone }) => tone === 'problem').length,
    strengths: findings.filter(({ tone }) => tone === 'strength').length,
    conclusions: (await readyConclusions(composing)).length,
    recommendations: (await composing.material.recommendations()).length,
  };
};
