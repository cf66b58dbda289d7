import type { Response } from 'express';
import { actorOf } from '../../accounts';
import type { Desk } from './read-for';

/** What every page of minutes says to its layout. */
export const pageOf = ({ evaluation }: Desk, res: Response) => {
  const { role } = actorOf(res);
  return {
    layout: role === 'director' || role === 'coordinator' ? ('top-bar' as const) : ('staff' as const),
    current: 'workshop',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
  };
};

/** The page that shows the document itself. */
export const sheetPage = (desk: Desk, res: Response) => ({
  ...pageOf(desk, res),
  view: 'workshop/minutes',
  sheets: ['/css/report.css', '/css/published.css', '/css/conclusions.css', '/css/minutes.css'],
  scripts: ['/js/figures/draw-figures.js'],
});
