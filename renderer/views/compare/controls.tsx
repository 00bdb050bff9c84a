import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { seriesNames } from '../../api/point-ring.ts';
import { pastNames } from '../../charts/past.ts';
import { smoothingNames } from '../../charts/smoothing.ts';
import classes from './compare.module.css';
import { type ChangeCompareView, type CompareView, pictureNames } from './compare-view.ts';

/** Which metrics, as which picture. */
export function Controls({ view, change }: { view: CompareView; change: ChangeCompareView }) {
  const { t } = useTranslation();
  const metrics = seriesNames.map((value) => ({ value, label: t(`metrics.${value}`) }));
  const others = metrics.filter(({ value }) => value !== view.metric);
  return (
    <div className={classes.controls}>
      <Select
        size="xs"
        w={140}
        label={t('compare:metric')}
        allowDeselect={false}
        value={view.metric}
        onChange={(value) => {
          const metric = seriesNames.find((name) => name === value);
          if (metric === undefined) return;
          // Two charts of the same would say nothing more.
          change({ metric, ...(view.second === metric && { second: 'none' }) });
        }}
        data={metrics}
      />
      {view.picture !== 'bars' && (
        <Select
          size="xs"
          w={140}
          label={t('compare:second')}
          allowDeselect={false}
          value={view.second}
          onChange={(value) =>
            change({ second: seriesNames.find((name) => name === value) ?? 'none' })
          }
          data={[{ value: 'none', label: t('compare:noSecond') }, ...others]}
        />
      )}
      {view.picture !== 'bars' && (
        <Select
          size="xs"
          w={180}
          label={t('compare:past.label')}
          allowDeselect={false}
          value={view.past}
          onChange={(value) => change({ past: pastNames.find((name) => name === value) ?? 'none' })}
          data={pastNames.map((value) => ({ value, label: t(`compare:past.options.${value}`) }))}
        />
      )}
      {view.picture !== 'bars' && (
        <Select
          size="xs"
          w={130}
          label={t('compare:smoothing.label')}
          allowDeselect={false}
          value={view.smoothing}
          onChange={(value) =>
            change({ smoothing: smoothingNames.find((name) => name === value) ?? 'none' })
          }
          data={smoothingNames.map((value) => ({
            value,
            label: t(`compare:smoothing.options.${value}`),
          }))}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('compare:picture')}
        value={view.picture}
        onChange={(picture) => change({ picture })}
        data={pictureNames.map((value) => ({ value, label: t(`compare:pictures.${value}`) }))}
      />
    </div>
  );
}
