/**
 * Stands in for the package `follow-redirects`, which Axios loads at every start. The functions follow no redirect: a token
 * must not travel to where an answer points.
 */
module.exports = { http: require('node:http'), https: require('node:https') };
