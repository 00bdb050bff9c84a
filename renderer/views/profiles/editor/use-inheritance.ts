import { useEffect, useMemo, useRef } from 'react';
import { useFoldersOf } from '../../../api/folders.ts';
import { type Inheritance, inheritanceAt, movedValues } from './inheritance.ts';
import type { ProfileFormApi } from './profile-form.ts';

/** What the folder of the form, of those that are `managed` or the user's own, says for what the form does not; when that is another, what the form had of it follows. */
export function useInheritance(form: ProfileFormApi, managed: boolean): Inheritance {
  const folders = useFoldersOf({ managed });
  const { folder } = form.getValues();
  const inheritance = useMemo(
    () => inheritanceAt(folder, new Map(folders?.map((each) => [each.id, each]))),
    [folder, folders],
  );
  const before = useRef<Inheritance | null>(null);
  useEffect(() => {
    const was = before.current;
    if (folders === null) return;
    before.current = inheritance;
    if (was === null || was === inheritance) return;
    form.setValues(movedValues(form.getValues(), was, inheritance));
  }, [form, folders, inheritance]);
  return inheritance;
}
