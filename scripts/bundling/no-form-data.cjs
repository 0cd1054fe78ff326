/**
 * Stands in for the package `form-data` in the functions' bundles. Axios and HubSpot's client load it for uploads, which
 * no function does; with it comes a table of all media types, 170 kB of every bundle and 8 MB of every function's memory.
 */
module.exports = class FormData {
  constructor() {
    throw new Error('This bundle cannot send forms.');
  }
};
