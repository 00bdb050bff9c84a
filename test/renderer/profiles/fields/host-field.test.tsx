// @vitest-environment happy-dom

import { MantineProvider } from '@mantine/core';
import { useForm } from '@mantine/form';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { startTranslations } from '../../../../renderer/i18n.ts';
import { inheritanceAt } from '../../../../renderer/views/profiles/editor/inheritance.ts';
import {
  emptyForm,
  type ProfileForm,
  type ProfileFormApi,
} from '../../../../renderer/views/profiles/editor/profile-form.ts';
import type { Elsewhere } from '../../../../renderer/views/profiles/editor/use-elsewhere.ts';
import { HostField } from '../../../../renderer/views/profiles/fields/host-field.tsx';

afterEach(cleanup);

const i18n = startTranslations('en');
let form: ProfileFormApi;

const elsewhere: Elsewhere = {
  base: undefined,
  removed: false,
  takenOver: [],
  conflicts: [],
  keep: () => undefined,
  take: () => undefined,
  refused: () => undefined,
};

const inheritance = inheritanceAt('', new Map());

function Field() {
  form = useForm<ProfileForm>({ initialValues: emptyForm() });
  return <HostField form={form} elsewhere={elsewhere} inheritance={inheritance} />;
}

function renderedField(): HTMLInputElement {
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <Field />
      </MantineProvider>
    </I18nextProvider>,
  );
  return screen.getByLabelText<HTMLInputElement>(/^Host/);
}

describe('the field of the host', () => {
  it('puts what is pasted into the fields where it belongs', () => {
    const field = renderedField();
    const text = 'spcp://operator@[2001:db8::7]:9091/';
    expect(fireEvent.paste(field, { clipboardData: { getData: () => text } })).toBe(false);
    expect(form.getValues()).toMatchObject({ host: '2001:db8::7', port: 9091, user: 'operator' });
  });

  it('leaves the paste of a plain host to the page', () => {
    const field = renderedField();
    expect(fireEvent.paste(field, { clipboardData: { getData: () => 'proxy.example' } })).toBe(
      true,
    );
  });

  it('does the same with what was typed, once it is left', () => {
    const field = renderedField();
    fireEvent.change(field, { target: { value: '192.0.2.7:9091' } });
    expect(form.getValues()).toMatchObject({ host: '192.0.2.7:9091', port: 9090 });
    fireEvent.blur(field);
    expect(form.getValues()).toMatchObject({ host: '192.0.2.7', port: 9091 });
  });

  it('keeps what is no host for the form to complain of', () => {
    const field = renderedField();
    fireEvent.change(field, { target: { value: '10.0.0.0/8' } });
    fireEvent.blur(field);
    expect(form.getValues()).toMatchObject({ host: '10.0.0.0/8', port: 9090 });
  });
});
