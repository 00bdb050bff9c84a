import { EventEmitter } from 'node:events';

/** What a session of windows lets pages do. Part of `../electron-stub.ts`. */
export class StubSession extends EventEmitter {
  requestHandler:
    | ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void)
    | undefined;
  checkHandler: ((contents: unknown, permission: string, origin: string) => boolean) | undefined;
  deviceHandler: (() => boolean) | undefined;
  spellChecker = true;
  beforeRequest:
    | ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void)
    | undefined;
  readonly webRequest = {
    onBeforeRequest: (handler: NonNullable<StubSession['beforeRequest']>): void => {
      this.beforeRequest = handler;
    },
  };
  setPermissionRequestHandler(handler: NonNullable<StubSession['requestHandler']>): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<StubSession['checkHandler']>): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceHandler = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on;
  }
}
