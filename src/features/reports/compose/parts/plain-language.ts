import type { Translator } from '../../../../platform/i18n';
import { plainText, type Block } from '../../domain';
import type { Composing } from '../composing';
import { drawn, missing, together, under, type Drawn } from '../drawn';
import { plainShare } from './in-plain-words';
import { readyConclusions, readyFindings } from './ready';
import { addresseesText, dueText } from './recommendation-words';
import { qualityStatements, type Statement } from './statements';

const MOST = 3;

/** For those who answered: what they said, what was agreed on, what has been done. Short sentences, no terms. */
export const plainLanguage = async (composing: Composing): Promise<Drawn> => {
  const { translator, overview, evaluation } = composing;
  const { t, format } = translator;
  if (overview.n === 0) return missing(t('compose:missing.answers'));
  const statements = await qualityStatements(composing);
  const best = statements.slice(0, MOST);
  const worst = statements.slice(best.length).slice(-MOST).toReversed();
  const institutions = evaluation.institutions.map(({ shortName }) => shortName).join(', ');
  const who = t('compose:plain.who', { count: overview.n, n: format.integer(overview.n), institutions });
  return together(
    drawn({ kind: 'lead', text: who }),
    under(heading(t('compose:plain.good')), list(best, translator)),
    under(heading(t('compose:plain.bad')), list(worst, translator)),
    under(heading(t('compose:plain.doing')), await agreed(composing)),
    under(heading(t('compose:plain.how')), drawn(...howCounted(best, composing))),
  );
};

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });

const list = (statements: readonly Statement[], translator: Translator): Drawn =>
  statements.length === 0
    ? drawn()
    : drawn({
        kind: 'list',
        ordered: false,
        items: statements.map(({ share, text }) => [
          { text: shareInWords(share, translator), bold: true as const },
          { text: ` ${translator.t('compose:plain.agree', { statement: text })}` },
        ]),
      });

const shareInWords = (share: number, { t }: Translator): string => {
  const { kind, tenths } = plainShare(share);
  return t(`compose:plain.share.${kind}`, { tenths });
};

/** `Powiedzieli Państwo – ustaliliśmy – zrobione`. */
const agreed = async (composing: Composing): Promise<Drawn> => {
  const { translator, material } = composing;
  const { t } = translator;
  const recommendations = await material.recommendations();
  const findings = await readyFindings(composing);
  const parts = (await readyConclusions(composing)).map((conclusion): Drawn => {
    const said = findings.filter(({ id }) => conclusion.findings.includes(id));
    const asked = recommendations.filter(({ conclusions }) => conclusions.includes(conclusion.id));
    if (asked.length === 0) return drawn();
    return drawn(
      { kind: 'heading', level: 3, text: conclusion.title },
      ...(said.length === 0
        ? []
        : [pair(t('compose:plain.said'), said.map(({ title }) => asSentence(title)).join(' '))]),
      ...asked.flatMap((one): readonly Block[] => [
        pair(t('compose:plain.agreed'), asSentence(plainText(one.title))),
        pair(
          t(`compose:plain.state.${one.status}`),
          [
            t('compose:plain.whoDoes', { who: addresseesText(one, composing) }),
            ...(one.due === null ? [] : [t('compose:plain.until', { due: dueText(one, composing) })]),
            ...(one.statusReason === '' ? [] : [asSentence(one.statusReason)]),
          ].join(' '),
        ),
      ]),
    );
  });
  return together(...parts);
};

const pair = (name: string, text: string): Block => ({
  kind: 'paragraph',
  runs: [{ text: name, bold: true }, { text: ` ${text}` }],
});

const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

const howCounted = (
  [first]: readonly Statement[],
  { translator, evaluation, overview }: Composing,
): readonly Block[] => {
  const { t, format } = translator;
  const percent = (share: number): string => format.integer(share * 100);
  const example =
    first?.interval == null
      ? []
      : [
          t('compose:plain.example', {
            words: shareInWords(first.share, translator),
            share: percent(first.share),
            low: percent(first.interval.low),
            high: percent(first.interval.high),
            n: format.integer(first.n),
          }),
        ];
  const sentences = [
    t('compose:plain.asked', { opens: format.day(evaluation.opensOn), day: format.day(overview.dataCut) }),
    ...example,
    t('compose:plain.protection', { smallest: evaluation.smallestGroup }),
    ...(evaluation.resultState === 'preliminary' ? [t('compose:plain.preliminary')] : []),
  ];
  return sentences.map((text) => ({ kind: 'text', text }));
};
