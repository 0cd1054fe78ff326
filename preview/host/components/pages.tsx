import type { PageHeaderLinkProps, PageLinkProps, PageTitleProps } from '@hubspot/ui-extensions/pages';
import { type ReactNode, useEffect } from 'react';
import { testAttributes } from './extension-events.ts';
import { ExternalMark } from './external-mark.tsx';
import { fillPath } from './fill-path.ts';
import { LeveledHeading } from './heading-level.tsx';
import { hrefOf, linkAttributes } from './href.ts';
import { usePlaces } from './places.tsx';
import { useOverlayTrigger } from './trigger.tsx';

type PartProps = { readonly children: ReactNode; readonly testId?: string };

const pageLink = (className: string) =>
  function HostPageLink(props: PageLinkProps) {
    const { appPagePath } = usePlaces();
    return (
      <a className={className} href={appPagePath(fillPath(props.to, props.params))} {...testAttributes(props)}>
        {props.children}
      </a>
    );
  };

export const PageLink = pageLink('canvas-link canvas-link--primary');
export const PageBreadcrumbsPageLink = pageLink('canvas-breadcrumbs__link');
export const PageHeaderPageLink = pageLink('canvas-button canvas-button--md canvas-page-header__action');

export const PageBreadcrumbs = (props: PartProps) => (
  <nav className="canvas-breadcrumbs" aria-label="Breadcrumbs" {...testAttributes(props)}>
    {props.children}
  </nav>
);

export const PageBreadcrumbsCurrent = (props: PartProps) => (
  <span className="canvas-breadcrumbs__current" aria-current="page" {...testAttributes(props)}>
    {props.children}
  </span>
);

export const PageHeader = (props: PartProps) => (
  <div className="canvas-page-header" {...testAttributes(props)}>
    {props.children}
  </div>
);

export const PageHeaderPrimaryAction = (props: PartProps) => (
  <div className="canvas-page-header__primary" {...testAttributes(props)}>
    {props.children}
  </div>
);

export const PageHeaderSecondaryActions = (props: PartProps) => (
  <div className="canvas-page-header__secondary" {...testAttributes(props)}>
    {props.children}
  </div>
);

export function PageHeaderLink(props: PageHeaderLinkProps) {
  const { sendClick } = useOverlayTrigger({ onClick: props.onClick });
  const link = hrefOf(props.href);
  const className = 'canvas-button canvas-button--md canvas-page-header__action';
  if (link === undefined || props.disabled === true) {
    return (
      <button
        type="button"
        className={className}
        disabled={props.disabled ?? false}
        onClick={() => void sendClick()}
        {...testAttributes(props)}
      >
        {props.children}
      </button>
    );
  }
  return (
    <a className={className} {...linkAttributes(link)} onClick={() => void sendClick()} {...testAttributes(props)}>
      {props.children}
      {link.isExternal && <ExternalMark />}
    </a>
  );
}

/** HubSpot shows the title on the page and in the browser's tab. */
export function PageTitle(props: PageTitleProps) {
  const title = [props.children].flat().join('');
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);
  return (
    <LeveledHeading className="canvas-page-title" {...testAttributes(props)}>
      {props.children}
    </LeveledHeading>
  );
}
