import { useWords } from '../../shared/words/words-context.tsx';
import { ChoiceField } from '../global-settings/ChoiceField.tsx';

interface OwnSwitchFieldProps {
  readonly setting: 'syncsWebinars' | 'syncsRecordings';
  /** Null follows the account-wide settings. */
  readonly value: boolean | null;
  /** What the account-wide settings say of a user who follows them. */
  readonly accountValue: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (value: boolean | null) => void;
}

type Choice = 'follow' | 'on' | 'off';

const valueOf = { follow: null, on: true, off: false } as const satisfies Readonly<Record<Choice, boolean | null>>;

/** What is synced of one user: what the account-wide settings say, or something else. */
export function OwnSwitchField({ setting, value, accountValue, isReadOnly, onChange }: OwnSwitchFieldProps) {
  const { t } = useWords();
  const accountText = accountValue ? t('users.switch.follow-on') : t('users.switch.follow-off');
  return (
    <ChoiceField<Choice>
      name={setting}
      label={t(`users.field.${setting}`)}
      value={value === null ? 'follow' : value ? 'on' : 'off'}
      isReadOnly={isReadOnly}
      options={[
        { value: 'follow', label: t('users.switch.follow'), description: accountText },
        { value: 'on', label: t('users.switch.on'), description: t(`users.about-on.${setting}`) },
        { value: 'off', label: t('users.switch.off'), description: t(`users.about-off.${setting}`) },
      ]}
      onChange={(choice) => onChange(valueOf[choice])}
    />
  );
}
