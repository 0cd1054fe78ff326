import { expect, it } from 'vitest';
import { encodeZoomUuid } from '../../../src/app/app.functions/zoom/zoom-uuid.ts';

it.each([
  ['gm8s9L+PTEC+FG3sFbd1Cw==', 'gm8s9L%2BPTEC%2BFG3sFbd1Cw%3D%3D'],
  ['/ajXp112QmuoKj4854875==', '%252FajXp112QmuoKj4854875%253D%253D'],
  ['ab//cd==', 'ab%252F%252Fcd%253D%253D'],
  ['ab/cd==', 'ab%252Fcd%253D%253D'],
])('%s becomes %s in a path', (uuid, segment) => {
  expect(encodeZoomUuid(uuid)).toBe(segment);
});
