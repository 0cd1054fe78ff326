import { PageBreadcrumbs, PageHeader, PageLink, PageTitle } from '@hubspot/ui-extensions/pages';

export const Pages = () => (
  <>
    <PageBreadcrumbs>
      <PageBreadcrumbs.PageLink to="/">Home</PageBreadcrumbs.PageLink>
      <PageBreadcrumbs.Current>Webinars</PageBreadcrumbs.Current>
    </PageBreadcrumbs>
    <PageTitle>Webinars</PageTitle>
    <PageHeader>
      <PageHeader.PrimaryAction>
        <PageHeader.PageLink to="/webinars/new">Add a webinar</PageHeader.PageLink>
      </PageHeader.PrimaryAction>
      <PageHeader.SecondaryActions>
        <PageHeader.Link href="https://example.com/help">Help</PageHeader.Link>
        <PageHeader.Link disabled>Not now</PageHeader.Link>
      </PageHeader.SecondaryActions>
    </PageHeader>
    <PageLink to="/webinars/:id" params={{ id: '98 7', tab: 'people' }}>
      The webinar’s people
    </PageLink>
  </>
);
