import { LEFT_EMPTY, NOT_ASKED, type NumberVariable } from '../variables/variable';
import type { Derivation } from './derivation';

type Bands = Extract<Derivation, { kind: 'bands' }>;

/** A number goes to the band that holds it, ends included; a missing number stays missing in the same way. */
export const bandNumbers = ({ bands, outside }: Bands, { values, states }: NumberVariable): Int16Array => {
  const from = Float64Array.from(bands, (band) => band.from ?? -Infinity);
  const to = Float64Array.from(bands, (band) => band.to ?? Infinity);
  const outsideState = outside.kind === 'left-out' ? NOT_ASKED : -outside.state;
  const result = new Int16Array(values.length);
  for (let at = 0; at < result.length; at += 1) {
    const state = states[at] ?? LEFT_EMPTY;
    if (state !== 0) {
      result[at] = state;
      continue;
    }
    const value = values[at] ?? NaN;
    let place = outsideState;
    for (let band = 0; band < from.length; band += 1)
      if (value >= (from[band] ?? NaN) && value <= (to[band] ?? NaN)) {
        place = band;
        break;
      }
    result[at] = place;
  }
  return result;
};
