/**
 * A process that changes the transformation of one proxy again and again, prints a line for each change that was concluded, and is there to be
 * killed: `changer.ts DIRECTORY PROFILE-ID TARGET`, the target as JSON; the password in SPCP_PASSWORD.
 */
import { applyChange } from '../../../electron/change/apply-change.ts';
import { disown } from '../../../electron/change/settle.ts';
import { transformations } from '../../../electron/reference-proxy/transformations.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';

const [directory = '', id = '', target = '{}'] = process.argv.slice(2);
const { user, ...place } = JSON.parse(target);
const { database } = openDatabase(directory);
const parts = {
  audit: createAuditLog(database),
  actor: 'ana',
  origin: { shell: 'cli' as const, remote: null },
  clock: { wall: Date.now },
  onConcluded: () => undefined,
};
disown(parts, new Set());
const { client } = await connectClient(place, {
  user,
  password: process.env.SPCP_PASSWORD ?? '',
});
const all = [...transformations.keys()];
for (let turn = 0; ; turn++) {
  const seen = await client.getTransformation();
  const next = all[(all.indexOf(seen ?? '') + 1 + (turn % 2)) % all.length] ?? null;
  const { entry, error } = await applyChange(
    parts,
    client,
    { id, name: 'Madrid' },
    { setting: 'transformation', seen, next },
    { undoes: null, plan: null },
  );
  if (error !== null) throw error;
  process.stdout.write(`${entry.id} ${entry.outcome}\n`);
}
