import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Minutes that are offered; one that was set elsewhere is offered beside them. */
const offered = [1, 5, 15, 30, 60, 240] as const;

/** After how long without use the vault locks itself, minutes; null for never. */
export function IdleChoice(props: {
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const { t } = useTranslation();
  const { value } = props;
  const minutes = [...new Set([...offered, ...(value === null ? [] : [value])])].sort(
    (a, b) => a - b,
  );
  return (
    <NativeSelect
      label={t('vault:idle.label')}
      value={value === null ? '' : String(value)}
      onChange={({ currentTarget }) =>
        props.onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
      data={[
        ...minutes.map((count) => ({
          value: String(count),
          label: t('vault:idle.minutes', { count }),
        })),
        { value: '', label: t('vault:idle.never') },
      ]}
    />
  );
}
