/**
 * Stands in for Axios' adapter for `fetch` in the functions' bundles, which send through Node's `http` only. To see whether
 * there is a `fetch`, the real one makes Node load the whole of its own client at every start.
 */
exports.getFetch = () => false;
