import { hubspot } from '@hubspot/ui-extensions';
import { ContactCard } from '@zoom-webinars/extensions/contact-card';

hubspot.extend<'crm.record.sidebar'>(() => <ContactCard />);
