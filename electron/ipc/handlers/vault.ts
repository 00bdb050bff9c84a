import { mayDo } from '../../../shared/model/roles.ts';
import { hiddenArgument, type VaultState } from '../../../shared/model/vault.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import { type Consent, requireConsent } from '../../core/consent.ts';
import type { Roster } from '../../core/roster/roster.ts';
import type { Monitor } from '../../fleet/monitor.ts';
import { namingDamage } from '../../store/secrets/named-damage.ts';
import type { Vaults } from '../../store/secrets/vaults.ts';
import type { Caller, Handlers, Sources } from '../parts.ts';

/** Changes in how many logins wait are told together, milliseconds. */
const togetherMs = 100;

export interface VaultParts {
  readonly vaults: Vaults;
  readonly monitor: Pick<Monitor, 'waitingForVault' | 'transitions'>;
  readonly roster: Pick<Roster, 'get' | 'folders'>;
  readonly consent: Consent | undefined;
}

type VaultHandlers = Pick<Handlers, Extract<keyof Handlers, `vault.${string}`>>;

/** What windows ask of the vaults. Passwords and passphrases come in here, and none goes out. */
export function vaultHandlers({ vaults, monitor, roster, consent }: VaultParts): VaultHandlers {
  const state = (): VaultState => stateOf(vaults, monitor);
  const nameOf = (id: string): string | undefined =>
    (roster.get(id) ?? roster.folders().find((folder) => folder.id === id))?.name;
  return {
    'vault.state': (_, caller) => asSeenBy(caller, state()),
    async 'vault.unlock'({ passphrase }) {
      await vaults.unlock(passphrase);
      return state();
    },
    'vault.lock'() {
      vaults.lock();
      return state();
    },
    async 'vault.choose'({ choice }) {
      vaults.requireOffered(choice.kind);
      if (choice.kind === 'command') {
        await requireConsent(consent, { kind: 'use-command', command: choice.command });
      }
      await namingDamage(nameOf, () => vaults.choose(choice));
      return state();
    },
    async 'vault.forget'() {
      const kept = await vaults.forgetPassphrase();
      return { ...state(), kept };
    },
    async 'vault.agreeCommand'({ arguments: words }) {
      const { command } = vaults.inForce();
      if (command !== null) {
        const seen = { ...command, arguments: words };
        await requireConsent(consent, { kind: 'use-command', command: seen });
      }
      await vaults.agree(words);
      return state();
    },
    async 'vault.changePassphrase'({ old, next }) {
      await vaults.changePassphrase(old, next);
      return state();
    },
    async 'vault.setIdle'({ idleMinutes }) {
      await vaults.setIdle(idleMinutes);
      return state();
    },
    async 'vault.tryCommand'({ command, id }) {
      const profile = roster.get(id);
      if (profile === undefined) throw noSuchProfile(id);
      vaults.requireOffered('command');
      await requireConsent(consent, { kind: 'try-command', command });
      await vaults.tryCommand(command, profile);
      return null;
    },
  };
}

/** The state at once, whenever it changes, and whenever another number of logins waits. */
export function vaultSource({
  vaults,
  monitor,
}: Pick<VaultParts, 'vaults' | 'monitor'>): Sources['vault.changed'] {
  return (_, publish, caller) => {
    const tell = (): void => publish(asSeenBy(caller, stateOf(vaults, monitor)));
    let timer: NodeJS.Timeout | null = null;
    const ends = [
      vaults.onChange(tell),
      monitor.transitions.listen(({ from, to }) => {
        if (from.kind !== 'vault-locked' && to.kind !== 'vault-locked') return;
        timer ??= setTimeout(() => {
          timer = null;
          tell();
        }, togetherMs);
      }),
    ];
    tell();
    return () => {
      for (const end of ends) end();
      if (timer !== null) clearTimeout(timer);
    };
  };
}

function stateOf(vaults: Vaults, monitor: VaultParts['monitor']): VaultState {
  return { ...vaults.inForce(), waiting: monitor.waitingForVault() };
}

/** What an external command is given may say where secrets lie, or be one: who may not choose it does not see it. */
function asSeenBy({ asker }: Caller, state: VaultState): VaultState {
  if (state.command === null || mayDo(asker.role, 'administer')) return state;
  return { ...state, command: { ...state.command, arguments: [hiddenArgument] } };
}
