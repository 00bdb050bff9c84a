import { app } from 'electron';
import { answerAsProgram } from './command/in-desktop-app.ts';

// What a program of the console answers needs no window, and no display: Electron waits for this module before it looks for one.
if (!(await answerAsProgram(app, process))) await import('./main.ts');
