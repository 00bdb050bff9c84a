import { ActionIcon, Menu, type MenuProps } from '@mantine/core';
import { type Icon, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi, usePreferences } from '../../../api/context.ts';
import { useLockedBy } from '../../../api/managed.ts';

const schemes = ['auto', 'light', 'dark'] as const;
const languages = ['auto', 'en', 'es'] as const;
const signs: Readonly<Record<(typeof schemes)[number], Icon>> = {
  auto: IconDeviceDesktop,
  light: IconSun,
  dark: IconMoon,
};

/** Colours and language, at hand on every page. */
export function Appearance() {
  const { setPreferences } = useApi();
  const { colorScheme, language } = usePreferences();
  const { t } = useTranslation();
  const lockedBy = useLockedBy();
  return (
    <>
      <Choice
        label={t('colorScheme.label')}
        lockedBy={lockedBy('colorScheme')}
        sign={signs[colorScheme]}
        values={schemes}
        value={colorScheme}
        nameOf={(value) => t(`colorScheme.${value}`)}
        onChoose={(value) => setPreferences({ colorScheme: value })}
      />
      <Choice
        label={t('language.label')}
        lockedBy={lockedBy('language')}
        sign={IconLanguage}
        values={languages}
        value={language}
        nameOf={(value) => t(`language.${value}`)}
        onChoose={(value) => setPreferences({ language: value })}
      />
    </>
  );
}

const menuProps: MenuProps = {
  position: 'top-start',
  shadow: 'md',
  width: 190,
  withinPortal: false,
  withInitialFocusPlaceholder: false,
};

function Choice<T extends string>(props: {
  label: string;
  /** Who keeps it from being chosen. */
  lockedBy: string | null;
  sign: Icon;
  values: readonly T[];
  value: T;
  nameOf: (value: T) => string;
  onChoose: (value: T) => void;
}) {
  const { label, lockedBy, sign: Sign, value } = props;
  const { t } = useTranslation();
  return (
    <Menu {...menuProps}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label}>
          <Sign size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {label}
          {lockedBy !== null && <div>{t('managed:locked', { by: lockedBy })}</div>}
        </Menu.Label>
        <Menu.RadioGroup value={value}>
          {props.values.map((each) => (
            <Menu.RadioItem
              key={each}
              value={each}
              closeMenuOnClick
              disabled={lockedBy !== null}
              onChange={() => props.onChoose(each)}
            >
              {props.nameOf(each)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
