import { discloseRequest, forPublication, type TableRequest } from '../domain/tables';
import { publicationGone, publicationNotFound } from './problems';
import type { PublicationId } from './publication';
import type { PreviewedTable, PublishedTable, PublishNeeds } from './publish-table';

/**
 * A published table, made again from the answers of its cut.
 *
 * @throws Problem `publications.not-found` · `publications.gone`
 */
export const readPublication =
  ({ store, readEvaluation, datasets }: PublishNeeds) =>
  async (id: PublicationId): Promise<PublishedTable & PreviewedTable> => {
    const publication = await store.find(id);
    if (publication === undefined) throw publicationNotFound();
    const evaluation = await readEvaluation(publication.evaluationId);
    const { dataset, request, level, smallestGroup, blocks, cut } = publication;
    const opened = await datasets.open(evaluation, dataset, cut);
    if (opened === undefined) throw publicationGone({ name: dataset });
    const missing = namesIn(request).find((name) => !opened.set.variables.has(name));
    if (missing !== undefined) throw publicationGone({ name: missing });
    const withheld = new Map(blocks.map((block) => [block.variable, new Set(block.withheld)]));
    const table = discloseRequest(opened.set, request, { level, smallestGroup });
    return { publication, opened, table: forPublication(table, (variable) => withheld.get(variable) ?? new Set()) };
  };

/** Every variable that a request names. */
const namesIn = ({ rows, columns, filter, weight }: TableRequest): readonly string[] => [
  ...rows,
  ...columns.flatMap((column) => column.split('>')),
  ...filter.map(({ variable }) => variable),
  ...(weight === null ? [] : [weight]),
];
