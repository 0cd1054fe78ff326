import { CrmReport } from '@hubspot/ui-extensions/crm';
import { Text } from '@hubspot/ui-extensions';

export const Missing = () => (
  <>
    <CrmReport reportId="1" />
    <b>Raw HTML</b>
    <Text>What follows is still there.</Text>
  </>
);
