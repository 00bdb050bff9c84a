import { contextBridge, ipcRenderer } from 'electron';
import { bridgeProperty } from '../shared/ipc/bridge-property.ts';
import type { Bridge, WindowMessage } from '../shared/ipc/wire.ts';
import { channel, hello, welcome } from './ipc/electron-channel.ts';

let listener: ((message: WindowMessage) => void) | undefined;
let welcomed = false;
ipcRenderer.on(channel, (_event, message: WindowMessage | typeof welcome) => {
  if (message === welcome) welcomed = true;
  else if (welcomed) listener?.(message);
});
ipcRenderer.send(channel, hello);

const bridge: Bridge = {
  send(message) {
    ipcRenderer.send(channel, message);
  },
  onMessage(next) {
    listener = next;
    return () => {
      if (listener === next) listener = undefined;
    };
  },
};
contextBridge.exposeInMainWorld(bridgeProperty, bridge);
