/**
 * Stands in for `http2` in the functions' bundles. Axios loads it at every start, and uses it only for those who ask for it.
 */
module.exports = {};
