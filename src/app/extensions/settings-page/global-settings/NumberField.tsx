import { Box, Flex, NumberInput, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import { isInRange, type NumberField as NumberFieldName, numberRanges } from './number-range.ts';

interface NumberFieldProps {
  readonly field: NumberFieldName;
  /** NaN when the field was emptied. */
  readonly value: number;
  readonly isReadOnly: boolean;
  readonly onChange: (value: number) => void;
}

/** A whole number with its range, which is checked before anything is sent. */
export function NumberField({ field, value, isReadOnly, onChange }: NumberFieldProps) {
  const { t, formats } = useWords();
  const range = numberRanges[field];
  const isValid = isInRange(value, range);
  return (
    <Flex direction="column" gap="extra-small">
      <Box>
        <NumberInput
          name={field}
          testId={field}
          label={t(`settings.field.${field}`)}
          description={t(`settings.about.${field}`)}
          {...(Number.isNaN(value) ? {} : { value })}
          readOnly={isReadOnly}
          error={!isValid}
          validationMessage={isValid ? '' : t('settings.number-out-of-range', range)}
          onChange={(typed) => onChange(typeof typed === 'number' ? typed : Number.NaN)}
        />
      </Box>
      {field === 'zoomSharePercent' && isValid && (
        <Text variant="microcopy">{t('settings.share-meaning', { share: formats.percentage(value) })}</Text>
      )}
    </Flex>
  );
}
