import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cssValues } from '../../api/css-values.ts';
import type { SeriesName } from '../../api/point-ring.ts';
import { pngOf, saveFile } from '../../api/save-file.ts';
import { chartFont } from '../../charts/time-chart.tsx';
import { useAction } from '../../components/use-action.tsx';
import { csvOf, fileNameOf, jsonOf, type Shown } from './exported.ts';

/** Keeps what is shown as a file. `canvases` are those of the charts, from the top; null where there is no chart to keep. */
export function ExportMenu(props: {
  shown: Shown;
  title: string;
  canvases: ReadonlyMap<SeriesName, HTMLCanvasElement> | null;
}) {
  const { shown, title, canvases } = props;
  const { t } = useTranslation();
  const { run } = useAction();
  const button = useRef<HTMLButtonElement>(null);
  const name = fileNameOf(shown);
  const saveText = (ending: string, type: string, text: string): void =>
    saveFile(`${name}.${ending}`, new Blob([text], { type: `${type};charset=utf-8` }));
  const savePicture = async (): Promise<void> => {
    if (canvases === null || button.current === null) return;
    const { ground, ink } = cssValues(button.current, {
      ground: '--spcp-surface',
      ink: '--mantine-color-text',
    });
    const charts = shown.metrics.flatMap((metric) => canvases.get(metric) ?? []);
    saveFile(`${name}.png`, await pngOf(charts, { title, ground, ink, font: chartFont }));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          ref={button}
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {t('compare:export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => saveText('csv', 'text/csv', csvOf(shown))}>
          {t('compare:export.csv')}
        </Menu.Item>
        <Menu.Item onClick={() => saveText('json', 'application/json', jsonOf(shown))}>
          {t('compare:export.json')}
        </Menu.Item>
        {canvases !== null && (
          <Menu.Item onClick={() => run(savePicture)}>{t('compare:export.png')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
