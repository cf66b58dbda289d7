import { meanDifference, summarise } from '../../../src/statistics';
import type { OracleTopic } from './adapter';
import { grouped } from './support/prepare';

export const effectSizes: OracleTopic = {
  methods: {
    cohen_d: (entry, data) => {
      const [first = [], second = []] = grouped(entry, data).values;
      const effect = meanDifference(summarise(first), summarise(second));
      return {
        n1: first.length,
        n2: second.length,
        sd_pooled: effect?.pooledSd,
        cohen_d: effect?.cohenD,
        hedges_g_exact: effect?.hedgesG,
        hedges_g_approx: effect?.hedgesGApproximate,
        glass_delta_sd_group2: effect?.glassDelta,
        cohen_d_unpooled: effect?.cohenDOfVariances,
        ci95_noncentral_t: effect?.interval && [effect.interval.low, effect.interval.high],
        ci95_normal_hedges_olkin: effect?.normalInterval && [effect.normalInterval.low, effect.normalInterval.high],
      };
    },
  },
  degenerate: {},
};
