/** Stands in for the package `https-proxy-agent`, which Axios loads, with Node's `assert`, at every start. The functions use no proxy. */
module.exports = class HttpsProxyAgent {
  constructor() {
    throw new Error('This bundle cannot use a proxy.');
  }
};
