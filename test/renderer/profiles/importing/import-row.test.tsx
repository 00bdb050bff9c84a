// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { it } from 'vitest';
import { ImportRow } from '../../../../renderer/views/profiles/importing/import-row.tsx';
import { renderWith } from '../../hooks.tsx';

function show(udpPort: number | null) {
  const row = {
    ...{ name: 'mail-01', host: 'a.example', port: 9000, udpPort, user: 'u', folder: '' },
    ...{ environment: 'development', className: '', there: null, differs: [] },
    ...{ hasPassword: false, problems: [] },
  };
  const nothing = () => undefined;
  const place = { index: 0, place: 0, measure: nothing, onChoose: nothing };
  renderWith(
    {},
    <table>
      <tbody>
        <ImportRow row={row} choice="add" {...place} />
      </tbody>
    </table>,
  );
}

it('says all of where a profile leads, with the UDP port where UDP leads there', () => {
  show(9899);
  screen.getByRole('cell', { name: 'a.example:9000 UDP port 9899' });
});

it('says no UDP port where none is used', () => {
  show(null);
  screen.getByRole('cell', { name: 'a.example:9000' });
});
