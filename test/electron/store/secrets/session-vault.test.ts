import { describe, expect, it } from 'vitest';
import { createSessionVault } from '../../../../electron/store/secrets/session-vault.ts';
import { placeSchema } from '../../../../shared/model/place.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const place = placeSchema.parse({ host: 'proxy.example', user: 'operator' });

describe('the vault of a session', () => {
  it('keeps passwords in memory', async () => {
    const vault = createSessionVault();
    await vault.set(id, 'opensesame', place);
    expect(vault.state(id, place)).toBe('here');
    expect(await vault.get(id, place)).toBe('opensesame');
    await vault.delete(id);
    expect(await vault.get(id, place)).toBeNull();
  });

  it('gives a password out for the place that it was entered for, and for no other', async () => {
    const vault = createSessionVault();
    await vault.set(id, 'opensesame', place);
    const elsewhere = { ...place, port: 9091 };
    expect(vault.state(id, elsewhere)).toBe('elsewhere');
    await expect(vault.get(id, elsewhere)).rejects.toMatchObject({ code: 'password-needed-again' });
  });

  it('says of which folder a password is', async () => {
    const vault = createSessionVault();
    await vault.setAll([{ id, password: 'opensesame', place, from: 'folder' }]);
    expect(vault.from(id)).toBe('folder');
    await vault.set(id, 'own', place);
    expect(vault.from(id)).toBeNull();
  });
});
