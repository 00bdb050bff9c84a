import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { fieldValue } from '../../../../shared/texts/field-value.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { firstValue } from '../folders/folder-form.ts';
import { TypedSetting } from '../folders/typed-setting.tsx';
import classes from './bulk-edit.module.css';
import { type BulkForm, differingFrom } from './bulk-form.ts';

const modes = ['keep', 'set', 'inherit'] as const;

/** A setting: as it is for each, one value for all, or what their folders say. */
export function SettingRow(props: {
  setting: Setting;
  profiles: readonly ProfileEntry[];
  form: BulkForm;
  error: string | undefined;
  onChange: (part: Partial<BulkForm>) => void;
}) {
  const { setting, form, onChange } = props;
  const { t } = useTranslation();
  const label = t(`profiles:fields.${setting}.label`);
  const { [setting]: value, ...others } = form.settings;
  const inherits = form.inherit.includes(setting);
  const mode = inherits ? 'inherit' : value === undefined ? 'keep' : 'set';
  const differing = useDiffering(props.profiles, setting, value);
  return (
    <div className={classes.setting}>
      <NativeSelect
        label={label}
        size="sm"
        value={mode}
        onChange={({ currentTarget }) => {
          const left = form.inherit.filter((name) => name !== setting);
          onChange({
            settings:
              currentTarget.value === 'set'
                ? { ...others, [setting]: firstValue(setting) }
                : others,
            inherit: currentTarget.value === 'inherit' ? [...left, setting] : left,
          });
        }}
        data={modes.map((each) => ({ value: each, label: t(`profiles:bulk.${each}`) }))}
      />
      {value !== undefined && (
        <TypedSetting
          setting={setting}
          value={value}
          label={label}
          error={props.error ?? null}
          onChange={(next) => onChange({ settings: { ...others, [setting]: next } })}
        />
      )}
      <Text size="xs" c="dimmed" className={classes.differing} role="status">
        {differing}
      </Text>
    </div>
  );
}

/** So many values are named. */
const mostNamed = 3;

/** How many would get another value by what is set for all, and what they have now; null where nothing is set. */
function useDiffering(
  profiles: readonly ProfileEntry[],
  setting: Setting,
  value: string | number | boolean | undefined,
): string | null {
  const { t } = useTranslation();
  const { words, format } = useSpeaker();
  if (value === undefined) return null;
  const { count, values } = differingFrom(profiles, setting, value);
  if (count === 0) return t('profiles:bulk.same');
  const named = values
    .slice(0, mostNamed)
    .map((each) => `${fieldValue(words, setting, each.value)} (${format.number(each.count)})`);
  const more = values.length > mostNamed ? ', …' : '';
  return t('profiles:bulk.differing', { count, values: named.join(', ') + more });
}
