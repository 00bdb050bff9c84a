import type { ProfileDraft } from '../../model/profile.ts';
import { colours, transportChoices, usualClassIds } from '../../model/profile-words.ts';

export const fieldOptions: Readonly<Record<keyof ProfileDraft, { option: string; rule: string }>> =
  {
    name: { option: '--name', rule: 'un nombre de 1 a 80 caracteres' },
    host: { option: '--host', rule: 'un nombre de host o una dirección IPv4 o IPv6' },
    port: { option: '--port', rule: 'un puerto SCTP de 1 a 65535' },
    transport: {
      option: '--transport',
      rule: `una de estas palabras: ${transportChoices.join(', ')}`,
    },
    udpPort: { option: '--udp-port', rule: 'un puerto UDP de 1 a 65535' },
    sshDestination: {
      option: '--ssh-destination',
      rule: 'usuario@host, usuario@host:puerto o un nombre de la configuración de SSH',
    },
    relayCommand: {
      option: '--relay-command',
      rule: 'un comando de 1 a 500 caracteres ASCII imprimibles',
    },
    user: { option: '--user', rule: 'un usuario de 1 a 255 caracteres ASCII imprimibles' },
    environment: {
      option: '--class',
      rule: `el nombre de una clase: ${usualClassIds.join(', ')} o una propia`,
    },
    folder: { option: '--folder', rule: 'una ruta de carpeta de 200 caracteres como máximo' },
    tags: {
      option: '--tags',
      rule: 'etiquetas de 400 caracteres como máximo, separadas por comas',
    },
    notes: { option: '--notes', rule: 'texto sin formato de 4000 caracteres como máximo' },
    colour: { option: '--colour', rule: `una de estas palabras: ${colours.join(', ')}` },
    favourite: { option: '--favourite', rule: 'se da o no se da' },
    pollSeconds: {
      option: '--poll-seconds',
      rule: 'los segundos entre dos lecturas, de 0.5 a 3600',
    },
    autoConnect: { option: '--no-auto-connect', rule: 'se pone o no se pone' },
    intendedTransformation: {
      option: 'intendedTransformation',
      rule: 'vacía para cualquiera que esté en vigor, «none», o = y un comando de 1 a 255 caracteres ASCII imprimibles',
    },
    intendedBufferSize: {
      option: 'intendedBufferSize',
      rule: 'los bytes de 10 a 16777216, o 0 para cualquiera que se haya fijado',
    },
  };
