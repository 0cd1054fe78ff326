import { Alert, Text } from '@hubspot/ui-extensions';
import type { Settings } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ExclusionList } from './ExclusionList.tsx';
import type { SectionProps } from './section-props.ts';
import { SettingsSection } from './SettingsSection.tsx';

const policies: readonly Settings['contactPolicy'][] = ['create-and-update', 'update-only'];

/** Who becomes a contact, and who does not. */
export function ContactsSection(props: SectionProps) {
  const { form, inForce, isReadOnly, change } = props;
  const { t } = useWords();
  return (
    <SettingsSection heading={t('settings.contacts.heading')} description={t('settings.contacts.description')}>
      <ChoiceField
        name="contactPolicy"
        label={t('settings.field.contactPolicy')}
        value={form.contactPolicy}
        isReadOnly={isReadOnly}
        options={policies.map((value) => ({
          value,
          label: t(`settings.policy.${value}`),
          description: t(`settings.about-policy.${value}`),
        }))}
        onChange={(contactPolicy) => change((current) => ({ ...current, contactPolicy }))}
      />
      {form.contactPolicy !== inForce.contactPolicy && (
        <Alert title={t('settings.preview.title')} variant="info">
          <Text>{t(`settings.preview.policy.${form.contactPolicy}`)}</Text>
        </Alert>
      )}
      <ExclusionList {...props} field="contactExclusions" />
    </SettingsSection>
  );
}
