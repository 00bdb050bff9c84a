import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, bridgeProperty, ServerMessage } from '../shared/ipc/wire.ts';
import { channel, hello, welcome } from './ipc/electron-channel.ts';

/** Held to the contract's name by its type alone, so that the contract's validators are not loaded into the preload. */
const property: typeof bridgeProperty = 'spcpConsole';

let listener: ((message: ServerMessage) => void) | undefined;
let welcomed = false;
ipcRenderer.on(channel, (_event, message: ServerMessage | typeof welcome) => {
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
contextBridge.exposeInMainWorld(property, bridge);
