/** Properties start from one seed, so that CI can be repeated; PROPERTY_SEED looks further: `PROPERTY_SEED=$RANDOM npx jest`. */
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261122) });

module.exports = fc;
