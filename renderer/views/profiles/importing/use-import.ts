import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { ImportPreview } from '../../../../shared/ipc/calls/export.ts';
import type { CallOutput } from '../../../../shared/ipc/contract.ts';
import type { OnExisting } from '../../../../shared/model/profile-import.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { chosenFor } from './import-choices.ts';
import { readFile, type SentFile, sendFile } from './profile-file.ts';

type ImportResult = CallOutput<'import.apply'>;

/** Where an import stands. */
export type ImportState =
  | { readonly kind: 'empty' }
  /** `part`: of the file that the console has, 0 to 1. */
  | { readonly kind: 'sending'; readonly name: string; readonly part: number }
  | { readonly kind: 'preview'; readonly file: SentFile; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly file: SentFile; readonly result: ImportResult };

/** What is under way beside: the key of a passphrase is made, the file is imported, or that is taken back. */
export type ImportWork = 'opening' | 'applying' | 'undoing' | null;

const nothingChosen: ReadonlyMap<number, OnExisting> = new Map();

/** A file of profiles on its way into those that are saved. */
export function useImport() {
  const { client } = useApi();
  const [state, setState] = useState<ImportState>({ kind: 'empty' });
  const [work, setWork] = useState<ImportWork>(null);
  const [error, setError] = useState<ErrorValue | null>(null);
  const [choices, setChoices] = useState(nothingChosen);
  const [withPasswords, setWithPasswords] = useState(true);
  const [withTags, setWithTags] = useState(false);
  /** The file that counts: what an earlier one comes to is of no interest. */
  const current = useRef<object>(undefined);
  const token = 'file' in state ? state.file.token : null;
  useEffect(() => {
    if (token === null) return;
    // The console need not keep what nobody looks at. It does so for a while only, if this does not reach it.
    return () => void client.call('import.forget', { token }).catch(() => undefined);
  }, [client, token]);

  const choose = useCallback(
    async (file: File): Promise<void> => {
      const mine = {};
      current.current = mine;
      const isCurrent = (): boolean => current.current === mine;
      setError(null);
      setChoices(nothingChosen);
      setWithPasswords(true);
      setWithTags(false);
      setState({ kind: 'sending', name: file.name, part: 0 });
      try {
        const sent = await sendFile(client, file, (part) => {
          if (isCurrent()) setState({ kind: 'sending', name: file.name, part });
        });
        const preview = await readFile(client, sent);
        if (isCurrent()) setState({ kind: 'preview', file: sent, preview });
      } catch (thrown) {
        if (!isCurrent()) return;
        setState({ kind: 'empty' });
        setError(errorOf(thrown));
      }
    },
    [client],
  );
  const during = async (what: ImportWork, task: () => Promise<void>): Promise<void> => {
    setWork(what);
    setError(null);
    try {
      await task();
    } catch (thrown) {
      setError(errorOf(thrown));
    } finally {
      setWork(null);
    }
  };
  const chosen = useMemo(
    () => (state.kind === 'preview' ? chosenFor(state.preview, choices) : []),
    [state, choices],
  );
  return {
    state,
    work,
    error,
    choose,
    chosen,
    choices,
    setChoices,
    withPasswords,
    setWithPasswords,
    withTags,
    setWithTags,
    clear(): void {
      current.current = undefined;
      setState({ kind: 'empty' });
      setError(null);
    },
    /** Looks again at what is there now; with a passphrase also at the passwords. */
    read: (passphrase?: string) =>
      during('opening', async () => {
        if (state.kind !== 'preview') return;
        const preview = await readFile(client, state.file, passphrase);
        setState({ ...state, preview });
      }),
    apply: () =>
      during('applying', async () => {
        if (state.kind !== 'preview') return;
        const { file } = state;
        const order = { token: file.token, choices: [...chosen], withPasswords, withTags };
        const result = await client.call('import.apply', order);
        setState({ kind: 'done', file, result });
      }),
    undo: () =>
      during('undoing', async () => {
        if (state.kind !== 'done') return;
        await client.call('import.undo', { token: state.file.token });
        setState({ kind: 'empty' });
      }),
  };
}

export type ImportControl = ReturnType<typeof useImport>;
