import { describe, expect, it } from 'vitest';
import { chooseZoomBaseUrl } from '../../../src/app/app.functions/zoom/zoom-base-url.ts';

const zoom = 'https://api.zoom.us/v2';
const standIn = 'http://127.0.0.1:4010/v2';

describe('the address of the API', () => {
  it.each([
    ['the regional one that Zoom names', zoom, 'https://api-eu.zoom.us', 'https://api-eu.zoom.us/v2'],
    ['the configured one if Zoom names none', zoom, null, zoom],
    ['the configured one if the other is not an address', zoom, 'api-eu.zoom.us', zoom],
    ['not one outside Zoom', zoom, 'https://zoom.us.evil.example', zoom],
    ['not one that only ends like Zoom', zoom, 'https://notzoom.us', zoom],
    ['not one without encryption', zoom, 'http://api-eu.zoom.us', zoom],
    ['the one that a stand-in names', standIn, 'http://127.0.0.1:4999', 'http://127.0.0.1:4999/v2'],
    ['never Zoom when a stand-in is configured', standIn, 'https://api.zoom.us', standIn],
    ['never a strange protocol', standIn, 'file:///v2', standIn],
    ['without a slash at its end', 'https://api.zoom.us/v2/', null, zoom],
  ])('is %s', (_what, configured, apiUrl, expected) => {
    expect(chooseZoomBaseUrl(configured, apiUrl)).toBe(expected);
  });
});
