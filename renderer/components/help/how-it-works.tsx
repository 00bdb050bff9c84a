import { ActionIcon, Popover, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/texts/languages.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import { type LazyView, lazyView } from '../lazy-view.tsx';
import classes from './help.module.css';
import type { HelpTexts, HelpTopic } from './topics.ts';
import { withinWindow } from './within-window.ts';

/** The sentences are fetched when they are asked for, of one language. */
const sentences: Readonly<Record<Language, LazyView<{ of: HelpTopic }>>> = {
  en: lazyView(async () => sentencesIn((await import('./english.ts')).english)),
  es: lazyView(async () => sentencesIn((await import('./spanish.ts')).spanish)),
};

function sentencesIn(texts: HelpTexts) {
  return ({ of }: { of: HelpTopic }) =>
    texts[of].map((sentence) => (
      <Text size="sm" key={sentence}>
        {sentence}
      </Text>
    ));
}

/** Beside a heading: how that works, in a few sentences. `name` is what the heading calls it. */
export function HowItWorks({ of, name }: { of: HelpTopic; name: string }) {
  const { t } = useTranslation();
  const Sentences = sentences[useSpeaker().language];
  const label = t('howItWorks', { name });
  return (
    <Popover position="bottom-start" width={460} {...withinWindow}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label}>
          <IconHelpCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.text}
        aria-label={label}
        // What is higher than its room is scrolled by the keyboard.
        tabIndex={0}
        data-autofocus
        // Escape closes the help, and not the dialog or the panel that it is in.
        data-mantine-stop-propagation
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <Stack gap={8}>
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Sentences of={of} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
