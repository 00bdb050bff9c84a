import type { AlertNews } from '../model/alert.ts';
import type { WordList } from './words.ts';

/** What the desktop shell itself says: menu and dialogs. */
export type DesktopTexts = Readonly<
  Record<
    | 'file'
    | 'edit'
    | 'view'
    | 'window'
    | 'help'
    | 'about'
    | 'openDataFolder'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'reload'
    | 'actualSize'
    | 'zoomIn'
    | 'zoomOut'
    | 'fullScreen'
    | 'minimize'
    | 'close'
    | 'quit'
    | 'pageGone'
    | 'reloadWindow'
    | 'fault'
    | 'cannotStart'
    | 'noSandbox'
    | 'cancel'
    | 'exportPasswordsDetail'
    | 'exportNow'
    | 'runProgram'
    | 'runNow'
    | 'tryTransformation'
    | 'takeProgram'
    | 'takeNow'
    | 'ownNetwork'
    | 'leave'
    | 'leaveDetail'
    | 'stay'
    | 'leaveNow'
    | 'badLink'
    | 'badLinkDetail'
    | 'notOpened'
    | 'ok'
    | 'newWindow'
    | 'wall'
    | 'wallText'
    | 'fleet'
    | 'compare'
    | 'alertsPage'
    | 'alertsText'
    | 'settings'
    | 'go'
    | 'showWindows'
    | 'pauseAll'
    | 'acknowledge'
    | 'show'
    | 'acknowledgedBySystem',
    string
  >
> & {
  readonly fleetReady: (ready: number, all: number) => string;
  readonly fleetTrouble: (count: number) => string;
  readonly fleetAlerts: (count: number) => string;
  /** So many beside those that are named. */
  readonly moreInTrouble: (count: number) => string;
  readonly pageGoneDetail: (reason: string) => string;
  readonly faultDetail: (file: string) => string;
  readonly exportPasswords: (passwords: number) => string;
  /** `line` is the command as a shell would take it. */
  readonly runProgramDetail: (line: string) => string;
  readonly takeProgramDetail: (line: string) => string;
  readonly alertNews: Readonly<Record<AlertNews['kind'], string>>;
  readonly alerts: WordList['alerts'];
};
