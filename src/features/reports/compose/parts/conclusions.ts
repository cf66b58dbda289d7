import type { Conclusion, Finding } from '../../../findings';
import { readRichText, type Block } from '../../domain';
import type { Composing } from '../composing';
import { drawn, missing, together, type Drawn } from '../drawn';
import { codeOfCriterion, nameOfCriterion } from './criteria';
import { readyConclusions } from './ready';

/** Conclusions in their order, each with the findings it rests on. */
export const conclusions = async (composing: Composing): Promise<Drawn> => {
  const ready = await readyConclusions(composing);
  if (ready.length === 0) return missing(composing.translator.t('compose:missing.conclusions'));
  const findings = await composing.material.findings();
  return together(...ready.map((conclusion) => drawn(...blocksOf(conclusion, findings, composing))));
};

const blocksOf = (
  conclusion: Conclusion,
  findings: readonly Finding[],
  { translator }: Composing,
): readonly Block[] => {
  const { t } = translator;
  const behind = findings.filter(({ id }) => conclusion.findings.includes(id));
  const criterion = codeOfCriterion(conclusion.criterion);
  const basis = [
    ...(criterion === null
      ? []
      : [t('compose:conclusions.criterion', { criterion: nameOfCriterion(criterion, translator) })]),
    ...(behind.length === 0
      ? [t('compose:conclusions.noFindings')]
      : [t('compose:conclusions.findings', { findings: behind.map(({ number }) => number).join(', ') })]),
  ].join(' ');
  return [
    {
      kind: 'heading',
      level: 3,
      text: t('compose:conclusions.title', { number: conclusion.number, title: conclusion.title }),
    },
    ...readRichText(conclusion.text),
    { kind: 'note', text: basis },
  ];
};
