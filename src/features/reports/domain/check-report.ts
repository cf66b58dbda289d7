import type { BlockId, EditorBlock, StoredReport } from './stored-report';

/** What is known of the data behind a block without counting anything. */
export interface DataFacts {
  /** Its own title or that of the question; empty: none. */
  readonly title: string;
  /** The data set and its variables, or the frozen table, are there. */
  readonly isThere: boolean;
  /** People behind it; null where nobody is counted until it is drawn. */
  readonly n: number | null;
  /** Answers came after it was frozen. */
  readonly isOlder: boolean;
  /** Groups smaller than this are hidden in it. */
  readonly smallestGroup: number;
}

export interface FindingFacts {
  /** Only what is ready goes out. */
  readonly isReady: boolean;
  /** False when today's answers say otherwise; null: cannot be told. */
  readonly holds: boolean | null;
}

export interface CheckFacts {
  readonly data: ReadonlyMap<BlockId, DataFacts>;
  readonly findings: ReadonlyMap<string, FindingFacts>;
  /** Of the evaluation. */
  readonly smallestGroup: number;
}

export const CHECKS = ['complete', 'small-groups', 'fresh', 'empty', 'findings', 'headings'] as const;
export type CheckName = (typeof CHECKS)[number];

/** One thing looked at before publication, with the blocks that do not pass. */
export interface Check {
  readonly name: CheckName;
  readonly blocks: readonly BlockId[];
  /** An error stops nobody, but the report would go out with a gap. */
  readonly weight: 'warning' | 'error';
}

type DataBlock = Extract<EditorBlock, { kind: 'data' }>;
type FindingBlock = Extract<EditorBlock, { kind: 'finding' }>;

/** Everything that is looked at before a report is published, in a fixed order; a check without blocks passes. */
export const checkReport = ({ blocks }: Pick<StoredReport, 'blocks'>, facts: CheckFacts): readonly Check[] => {
  const data = blocks.filter((block): block is DataBlock => block.kind === 'data');
  const filled = data.filter((block) => !isEmptyBlock(block));
  const factsOf = ({ id }: DataBlock): DataFacts | undefined => facts.data.get(id);
  const isIncomplete = (block: DataBlock): boolean => {
    const known = factsOf(block);
    return known?.isThere !== true || known.title === '' || known.n === 0;
  };
  const tellsOfFew = (block: DataBlock): boolean => (factsOf(block)?.smallestGroup ?? 0) < facts.smallestGroup;
  const findings = blocks.filter((block): block is FindingBlock => block.kind === 'finding' && !isEmptyBlock(block));
  const isDoubtful = ({ finding }: FindingBlock): boolean => {
    const known = facts.findings.get(finding);
    return known?.isReady !== true || known.holds === false;
  };
  const check = (name: CheckName, weight: Check['weight'], failing: readonly EditorBlock[]): Check => ({
    name,
    weight,
    blocks: failing.map(({ id }) => id),
  });
  return [
    check('complete', 'error', filled.filter(isIncomplete)),
    check(
      'small-groups',
      'error',
      filled.filter((block) => !isIncomplete(block) && tellsOfFew(block)),
    ),
    check(
      'fresh',
      'warning',
      filled.filter((block) => factsOf(block)?.isOlder === true),
    ),
    check('empty', 'error', blocks.filter(isEmptyBlock)),
    check('findings', 'warning', findings.filter(isDoubtful)),
    check('headings', 'warning', skippingHeadings(blocks)),
  ];
};

/** Nothing of it would be seen. */
export const isEmptyBlock = (block: EditorBlock): boolean => {
  switch (block.kind) {
    case 'heading':
    case 'lead':
    case 'text':
    case 'note':
    case 'callout':
    case 'quote':
      return block.text.trim() === '';
    case 'data':
      return block.source.kind === 'live' && block.source.rows.length === 0;
    case 'finding':
      return block.finding === '';
    case 'page-break':
    case 'generated':
      return false;
  }
};

/** Headings more than one level below the one before: people who listen to the page look for the missing one. */
const skippingHeadings = (blocks: readonly EditorBlock[]): readonly EditorBlock[] => {
  let before: number | null = null;
  return blocks.filter((block) => {
    if (block.kind !== 'heading') return false;
    const skips = before !== null && block.level > before + 1;
    before = block.level;
    return skips;
  });
};
