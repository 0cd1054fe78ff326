import type { ReactNode } from 'react';

type MissingProps = { readonly children?: ReactNode };

/** What the preview shows for an element that it does not draw, so that nothing is dropped silently. */
export function missingComponent(name: string) {
  function Missing({ children }: MissingProps) {
    return (
      <div className="canvas-missing" data-missing={name}>
        <span className="canvas-missing__note" lang="en">
          The preview has no component “{name}”.
        </span>
        {children}
      </div>
    );
  }
  return Missing;
}
