import { NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { transportChoices } from '../../../../shared/model/profile.ts';
import { useFreshInfo } from '../../../api/profiles.ts';
import { FieldSource } from './field-source.tsx';
import classes from './fields.module.css';
import { HostField } from './host-field.tsx';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** Where the proxy is, and the way there. */
export function ConnectionFields(fields: FieldsProps) {
  const { form } = fields;
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const info = useFreshInfo().value;
  const { transport } = form.getValues();
  const inUdp = transport === 'auto' || transport === 'udp';
  const noKernel = info !== null && !info.kernelSctp.available;
  return (
    <>
      <div className={classes.hostAndPort}>
        <HostField {...fields} />
        <NumberInput
          {...props('port')}
          description={t('profiles:fields.port.description')}
          hideControls
          allowDecimal={false}
          allowNegative={false}
        />
      </div>
      <FieldSource {...fields} setting="port" />
      <Radio.Group {...props('transport')}>
        <Stack gap={6} mt={6}>
          {transportChoices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={t(`transports.${choice}`)}
              description={
                <>
                  {t(`profiles:transports.${choice}`)}
                  {noKernel && choice === 'kernel' && (
                    <>
                      {' '}
                      {t('profiles:transports.notHere')} (
                      {t(`kernelSctp.${info.kernelSctp.reason}`)})
                    </>
                  )}
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      <FieldSource {...fields} setting="transport" />
      {inUdp && (
        <>
          <NumberInput
            {...props('udpPort')}
            description={t('profiles:fields.udpPort.description')}
            classNames={{ wrapper: classes.short }}
            hideControls
            allowDecimal={false}
            allowNegative={false}
          />
          <FieldSource {...fields} setting="udpPort" />
        </>
      )}
      {transport === 'ssh' && (
        <>
          <TextInput
            {...props('sshDestination')}
            withAsterisk
            description={t('profiles:fields.sshDestination.description')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
          <FieldSource {...fields} setting="sshDestination" />
          <TextInput
            {...props('relayCommand')}
            description={t('profiles:fields.relayCommand.description')}
            classNames={{ input: classes.mono }}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
          <FieldSource {...fields} setting="relayCommand" />
        </>
      )}
    </>
  );
}
