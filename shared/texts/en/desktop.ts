import type { DesktopTexts } from '../desktop-texts.ts';
import { words } from './words.ts';

export const desktop: DesktopTexts = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  about: 'About SPCP Console',
  openDataFolder: 'Open Data Folder',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  reload: 'Reload',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  minimize: 'Minimise',
  close: 'Close Window',
  quit: 'Quit',
  pageGone: 'The window stopped working.',
  pageGoneDetail: (reason) =>
    `The connections to your proxies go on. Load the window again, or quit the app. Reason: ${reason}.`,
  reloadWindow: 'Load Again',
  fault: 'SPCP Console must end',
  faultDetail: (file) =>
    `An unexpected error occurred. What is saved is safe. The details are in ${file}.`,
  cannotStart: 'SPCP Console cannot start',
  noSandbox:
    'It was started without the sandbox that holds its pages, as an AppImage is where the system allows no user namespaces. Install the package for this system (.deb), which needs none, or allow user namespaces.',
  cancel: 'Cancel',
  exportPasswords: (passwords) =>
    passwords === 1
      ? 'Export one saved password?'
      : `Export ${passwords.toLocaleString('en')} saved passwords?`,
  exportPasswordsDetail:
    'The window asks for a file with them. Whoever has the file and its passphrase has the passwords. Cancel if you did not ask for it just now.',
  exportNow: 'Export',
  runProgram: 'Run this program once for a password?',
  runProgramDetail: (line) =>
    `It runs as you, on this machine. Cancel if you did not ask for it just now.\n\n${line}`,
  runNow: 'Run',
  tryTransformation: 'Run this transformation here, on a sample mail?',
  takeProgram: 'Run this program for every password from now on?',
  takeProgramDetail: (line) =>
    `It runs as you, on this machine, whenever a proxy wants a login. Cancel if you did not ask for it just now.\n\n${line}`,
  takeNow: 'Use Program',
  alertNews: { fired: 'Alert', again: 'Alert: it still holds', over: 'Alert over' },
  alerts: words.alerts,
  ownNetwork: 'The network of this machine is down, or none of the proxies can be reached over it.',
  leave: 'Leave this page?',
  leaveDetail: 'What was entered on it is not saved.',
  stay: 'Stay',
  leaveNow: 'Leave',
  badLink: 'This link leads nowhere.',
  badLinkDetail:
    'It has none of the forms that SPCP Console knows. Nothing was opened or done. Ask whoever sent it for another one.',
  notOpened: 'No window was opened.',
  ok: 'OK',
  newWindow: 'New Window',
  wall: 'Wall',
  wallText: 'Opens the board for a screen that nobody sits at',
  fleet: 'Fleet',
  compare: 'Compare',
  alertsPage: 'Alerts',
  alertsText: 'Opens what fires now',
  settings: 'Settings…',
  go: 'Go',
  showWindows: 'Show SPCP Console',
  pauseAll: 'Pause All: Read Them Once a Minute',
  acknowledge: 'Acknowledge',
  show: 'Show',
  acknowledgedBySystem: 'from the notification',
  fleetReady: (ready, all) =>
    all === 0 ? 'No proxies' : `${ready.toLocaleString('en')} of ${all.toLocaleString('en')} ready`,
  fleetTrouble: (count) =>
    count === 1
      ? '1 proxy needs attention'
      : `${count.toLocaleString('en')} proxies need attention`,
  fleetAlerts: (count) => (count === 1 ? '1 alert' : `${count.toLocaleString('en')} alerts`),
  moreInTrouble: (count) => `And ${count.toLocaleString('en')} More`,
};
