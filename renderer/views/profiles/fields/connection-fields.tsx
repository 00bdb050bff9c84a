import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldSource } from './field-source.tsx';
import classes from './fields.module.css';
import { HostField } from './host-field.tsx';
import { TransportField } from './transport-field.tsx';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** Where the proxy is, and the way there. */
export function ConnectionFields(fields: FieldsProps) {
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const { transport } = fields.form.getValues();
  return (
    <>
      <HostField {...fields} />
      <div>
        <NumberInput
          {...props('port')}
          description={t('profiles:fields.port.description')}
          classNames={{ wrapper: classes.short }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
        />
        <FieldSource {...fields} setting="port" />
      </div>
      <div className={classes.wide}>
        <TransportField {...fields} />
        <FieldSource {...fields} setting="transport" />
      </div>
      {(transport === 'auto' || transport === 'udp') && (
        <div>
          <NumberInput
            {...props('udpPort')}
            description={t('profiles:fields.udpPort.description')}
            classNames={{ wrapper: classes.short }}
            hideControls
            allowDecimal={false}
            allowNegative={false}
          />
          <FieldSource {...fields} setting="udpPort" />
        </div>
      )}
      {transport === 'ssh' && <SshFields {...fields} />}
    </>
  );
}

function SshFields(fields: FieldsProps) {
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  return (
    <>
      <div>
        <TextInput
          {...props('sshDestination')}
          withAsterisk
          description={t('profiles:fields.sshDestination.description')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <FieldSource {...fields} setting="sshDestination" />
      </div>
      <div>
        <TextInput
          {...props('relayCommand')}
          description={t('profiles:fields.relayCommand.description')}
          classNames={{ input: classes.mono }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <FieldSource {...fields} setting="relayCommand" />
      </div>
    </>
  );
}
