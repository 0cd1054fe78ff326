/**
 * Stands in for the package `debug`, which the HTTP client's own packages write their traces with: the functions' log is
 * their own, and the real one looks for a further package that may or may not be installed.
 */
module.exports = () => () => {};
