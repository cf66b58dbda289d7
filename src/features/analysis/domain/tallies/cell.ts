import { ALL, valueOf } from '../disclosure/lattice';
import type { Crowd } from './crowd';

/** A part of the respondents: one value or `ALL` of institution, subregion, client type and, told apart by it, an answer. */
export interface Cell {
  readonly values: readonly number[];
  readonly completeOnly: boolean;
}

/** Places of a crowd that make up a cell. */
export interface CellPlaces {
  readonly everyone: Uint32Array;
  /** Without people who deal with none of the evaluated institutions. */
  readonly insiders: Uint32Array;
}

export const placesIn = ({ shape, places }: Crowd, { values, completeOnly }: Cell): CellPlaces => {
  const chosen = values.flatMap((value, dimension) => (value === ALL ? [] : [{ value, dimension }]));
  const everyone: number[] = [];
  const insiders: number[] = [];
  places.forEach(({ cell, isComplete, isOutside }, place) => {
    if (completeOnly && !isComplete) return;
    if (!chosen.every(({ value, dimension }) => valueOf(shape, cell, dimension) === value)) return;
    everyone.push(place);
    if (!isOutside) insiders.push(place);
  });
  return { everyone: Uint32Array.from(everyone), insiders: Uint32Array.from(insiders) };
};
