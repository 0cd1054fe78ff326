import { PageLink } from '../routing/PageLink.tsx';
import { ViewAsBar } from '../view-as/ViewAsBar.tsx';
import { FunctionCalls } from './FunctionCalls.tsx';

const pages = [
  { href: '/contacts', title: 'Contacts' },
  { href: '/marketing-events', title: 'Marketing events' },
  { href: '/settings', title: 'App settings' },
  { href: '/workflow', title: 'Workflow' },
  { href: '/zoom', title: 'Zoom' },
];

/** The way around, and the tools of the preview. */
export function TopBar({ path }: { readonly path: string }) {
  return (
    <header className="top-bar" lang="en">
      <nav aria-label="Pages">
        {pages.map(({ href, title }) => (
          <PageLink key={href} href={href} {...(path.startsWith(href) ? { 'aria-current': 'page' } : {})}>
            {title}
          </PageLink>
        ))}
      </nav>
      <div className="top-bar-tools">
        <ViewAsBar />
        <FunctionCalls />
      </div>
    </header>
  );
}
