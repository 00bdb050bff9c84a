import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { useApi } from '../../../../api/context.ts';
import type { Change } from '../editors/use-change.ts';
import { UndoButton } from '../history/undo-button.tsx';
import { ChangeResult } from './change-result.tsx';

/** What an editor's last change came to, and what takes it back. */
export function ChangeOutcome(props: {
  profile: ProfileEntry;
  change: Change;
  disabled: boolean;
  /** Gets the focus: the button that has it goes with the result that it stands in. */
  focusField: () => void;
}) {
  const { profile, change, disabled, focusField } = props;
  const { client } = useApi();
  const { progress } = change;
  return (
    <ChangeResult
      progress={progress}
      onDismiss={() => {
        focusField();
        change.forget();
      }}
      undo={
        progress.kind === 'done' && progress.entry.undoable ? (
          <UndoButton
            profile={profile}
            entry={progress.entry}
            disabled={disabled}
            onUndo={(confirmName) => {
              focusField();
              const auditId = progress.entry.id;
              change.run(() => client.call('change.undo', { auditId, confirmName }));
            }}
          />
        ) : null
      }
    />
  );
}
