import { nothingIntended } from './nothing-intended.ts';

/** The classes that are always there. */
export const usualClassIds = ['development', 'staging', 'production'] as const;
export type UsualClass = (typeof usualClassIds)[number];

export const transportChoices = ['auto', 'kernel', 'udp', 'ssh'] as const;
export type TransportChoice = (typeof transportChoices)[number];

/**
 * Joins standard input and output with the proxy, on the side of the SSH server. `-d -d` makes socat tell when it has connected
 * ("starting data transfer loop"); a relay of another kind is given a second to fail.
 */
export const defaultRelayCommand = 'socat -d -d - SCTP:{host}:{port}';

/** What holds where neither a profile nor a folder says it. There is no usual user. */
export const usualSettings = {
  port: 9090,
  transport: 'auto',
  udpPort: 9899,
  sshDestination: '',
  relayCommand: defaultRelayCommand,
  environment: 'development',
  pollSeconds: 1,
  autoConnect: true,
  intendedTransformation: nothingIntended,
  intendedBufferSize: 0,
} as const;

/** What a proxy is marked with, so that it is found at a glance. */
export const colours = [
  'none',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const;
export type Colour = (typeof colours)[number];

/** What a profile and each of its folders can say, by name. */
export const settingNames = [
  'port',
  'transport',
  'udpPort',
  'sshDestination',
  'relayCommand',
  'user',
  'environment',
  'pollSeconds',
  'autoConnect',
  'intendedTransformation',
  'intendedBufferSize',
] as const;
export type SettingName = (typeof settingNames)[number];
