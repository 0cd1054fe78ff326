import { describe, expect, it } from 'vitest';
import { replaceSection } from '../../../scripts/documents/publish-section.ts';

describe('a section that a run writes', () => {
  const document = 'Before\n\n<!-- one: begin -->\n\nold\n\n<!-- one: end -->\n\nAfter\n';

  it('is replaced, and nothing else', () => {
    expect(replaceSection(document, 'one', 'new')).toBe(document.replace('old', 'new'));
  });

  it('is the same after a second time', () => {
    const once = replaceSection(document, 'one', 'new');
    expect(replaceSection(once ?? '', 'one', 'new')).toBe(once);
  });

  it('that the document does not have is not invented', () => {
    expect(replaceSection(document, 'two', 'new')).toBeNull();
  });
});
