import { Anchor, Button, Code, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../../api/page.ts';
import classes from './choose.module.css';
import { recipeNames, recipes } from './recipe-list.ts';

/** The help for the external command: recipes that can be taken over or copied. */
export function Recipes({ onUse }: { onUse: (command: string) => void }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary className={classes.summary}>{t('vault:recipes.title')}</summary>
      <Text size="xs" c="dimmed" my={6}>
        {t('vault:recipes.text')}
      </Text>
      {recipeNames.map((name) => (
        <div key={name} className={classes.recipe} data-recipe={name}>
          <Text size="sm" fw={600}>
            {t(`vault:recipes.${name}`)}
          </Text>
          <Code className={classes.line}>{recipes[name].ask}</Code>
          <Text size="xs" c="dimmed">
            {t('vault:recipes.keep')}
          </Text>
          <Code className={classes.line}>{recipes[name].keep}</Code>
          <Group gap="xs">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('vault:recipes.useOne', { name })}
              onClick={() => onUse(recipes[name].ask)}
            >
              {t('vault:use')}
            </Button>
            <Copy text={recipes[name].ask} name={name} />
          </Group>
        </div>
      ))}
    </details>
  );
}

function Copy({ text, name }: { text: string; name: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="xs"
        aria-label={t('vault:recipes.copyOne', { name })}
        onClick={() => void copyText(text).then(setCopied)}
      >
        {t('vault:recipes.copy')}
      </Anchor>
      <Text size="xs" c="dimmed" role="status" component="span">
        {copied !== null && t(copied ? 'vault:recipes.copied' : 'vault:recipes.notCopied')}
      </Text>
    </>
  );
}
