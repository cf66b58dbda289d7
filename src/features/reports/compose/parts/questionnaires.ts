import { composePaper } from '../../compose-paper';
import { readPaper } from '../../read-paper';
import type { Block } from '../../domain';
import type { Composing } from '../composing';
import { drawn, missing, together, type Drawn } from '../drawn';

/** The questionnaires as they were asked, printed as for filling in by hand. */
export const questionnaires = async (composing: Composing): Promise<Drawn> => {
  const { material, needs, evaluation, translator, wanted } = composing;
  const versions = await material.versions();
  if (versions.length === 0) return missing(translator.t('compose:missing.questionnaires'));
  const parts: Drawn[] = [];
  for (const { code, version } of versions) {
    const paper = await readPaper(needs)(evaluation.id, code, { language: wanted.report.language, version });
    const [, ...asked] = composePaper(paper, translator).blocks;
    parts.push(
      drawn(
        { kind: 'heading', level: 2, text: paper.definition.title },
        { kind: 'note', text: translator.t('compose:questionnaires.version', { version, code }) },
        ...asked.map(lowered),
      ),
    );
  }
  return together(...parts);
};

/** Its parts stand under its title. */
const lowered = (block: Block): Block => (block.kind === 'heading' ? { ...block, level: 3 } : block);
