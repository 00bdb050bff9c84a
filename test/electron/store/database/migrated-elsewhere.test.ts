import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Longer than anything but a migration may hold a database for. */
const heldMs = 6000;

const holder = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(workerData.file);
  database.exec('BEGIN IMMEDIATE');
  parentPort.postMessage('held');
  setTimeout(() => {
    database.exec('COMMIT');
    database.close();
  }, workerData.heldMs);
`;

it('waits for another process that brings the tables up to this release', async () => {
  const directory = temporaryDirectory();
  openDatabase(directory).close();
  const workerData = { file: join(directory, 'console.db'), heldMs };
  const worker = new Worker(holder, { eval: true, workerData });
  onTestFinished(async () => {
    await worker.terminate();
  });
  await new Promise((held) => worker.once('message', held));
  const { database, notices, close } = openDatabase(directory);
  onTestFinished(close);
  expect(notices).toEqual([]);
  expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 5000 });
}, 60_000);
