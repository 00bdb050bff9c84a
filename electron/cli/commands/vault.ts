import type { Command } from 'commander';
import { type VaultState, vaultKinds } from '../../../shared/model/vault.ts';
import { commandLine } from '../../store/secrets/command/agreement.ts';
import { type ConfirmOptions, confirmFlags, requireWord } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { withVaults } from '../target/vault-password.ts';

/**
 * `vault status` and `forget`. There is no `lock` and no `unlock`: a command opens the vault for itself alone, and has no way to a console that
 * runs.
 */
export function addVault(program: Command, context: CommandContext): void {
  const { texts } = context;
  const group = takesOnly(program.command('vault'), ['dataDir', 'json'])
    .description(texts.commands.vault)
    .addHelpText('after', `\n${texts.commands.vaultMore}`);

  group
    .command('status')
    .description(texts.commands.vaultStatus)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { SPCP_VAULT_PASSPHRASE: passphrase } = context.env;
      await withVaults(context, options, async ({ vaults }) => {
        // Whoever gives it wants to know whether it is the right one.
        if (vaults.inForce().locked && passphrase !== undefined) await vaults.unlock(passphrase);
        const vault = vaults.inForce();
        await context.output.result({ vault }, linesOf(context, vault));
      });
    });

  group
    .command('forget')
    .description(texts.commands.vaultForget)
    .option(confirmFlags.replace('name', 'word'), texts.options.confirmForget)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConfirmOptions>();
      requireWord('forget', options.confirm, 'vault forget');
      await withVaults(context, options, async ({ vaults }) => {
        const kept = await vaults.forgetPassphrase();
        await context.output.result({ kept }, [texts.vaultForgotten(kept)]);
      });
    });
}

function linesOf({ texts }: CommandContext, vault: Omit<VaultState, 'waiting'>): readonly string[] {
  const refusals = new Map(vault.offered.map(({ kind, refused }) => [kind, refused]));
  const rows = vaultKinds.map((kind) => {
    const refused = refusals.get(kind) ?? null;
    if (kind === vault.kind) return [texts.vaultKinds[kind], stateIn(texts, vault)];
    if (kind === vault.resting) return [texts.vaultKinds[kind], texts.vaultStates.resting];
    return [
      texts.vaultKinds[kind],
      refused === null ? texts.vaultStates.offered : texts.vaultRefused(refused),
    ];
  });
  const command =
    vault.kind === 'command' && vault.command !== null
      ? [printable(commandLine(vault.command))]
      : [];
  return [
    ...table([[texts.vaultColumns.vault, texts.vaultColumns.state], ...rows], new Set()),
    ...command,
  ];
}

function stateIn(
  { vaultStates }: CommandContext['texts'],
  { kind, locked, agreed }: Omit<VaultState, 'waiting'>,
): string {
  if (kind === 'passphrase') return locked ? vaultStates.locked : vaultStates.opened;
  return kind === 'command' && !agreed ? vaultStates.notAgreed : vaultStates.inUse;
}
