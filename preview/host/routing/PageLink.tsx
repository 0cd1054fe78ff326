import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { keepViewAs } from '../view-as/view-as.ts';
import { goTo, queryOf, useHref } from './location.ts';

/** A link to a page of the preview, on which one goes on looking as the same person. */
export function PageLink({ href, ...others }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  const target = keepViewAs(href, queryOf(useHref()));
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(target);
    scrollTo(0, 0);
  };
  return <a {...others} href={target} onClick={onClick} />;
}
