// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { TrialResult } from '../../../../renderer/components/command/trial/trial-result.tsx';
import type { Trial } from '../../../../shared/model/trial.ts';
import { renderWith } from '../../hooks.tsx';

const trial: Trial = {
  end: 'exited',
  exitCode: 0,
  signal: null,
  output: 'Subject: x\n',
  errors: '',
  errorsCut: false,
  unread: false,
  leftRunning: false,
  files: [],
  durationMs: 12,
};
const shown = (others: Partial<Trial>): string =>
  renderWith({}, <TrialResult trial={{ ...trial, ...others }} mail={'Subject: x\n'} />).container
    .textContent;

describe('what a try came to', () => {
  it('is that the mail is as it was', () => {
    expect(shown({})).toContain('The mail came out as it went in.');
  });

  it.each<[Partial<Trial>, string]>([
    [{ exitCode: 3 }, 'It ended with exit status 3'],
    [{ end: 'signal', exitCode: null, signal: 'SIGSEGV' }, 'It was ended by SIGSEGV'],
    [{ end: 'timeout', exitCode: null }, 'It did not end within 5 seconds, and was killed'],
    [{ end: 'flood', exitCode: null }, 'It wrote more than 1.00\u00a0MiB, and was killed'],
    [{ exitCode: 127, output: '' }, 'The shell did not find the program'],
    [{ output: '' }, 'mails would come out empty'],
    [{ unread: true }, 'It did not read all of the mail.'],
    [{ leftRunning: true }, 'still running when it ended'],
    [{ files: ['a', 'b'] }, 'It wrote files, which are gone with its directory: a, b'],
    [{ errors: 'oops', errorsCut: true }, 'oopsThere was more, which is not shown.'],
  ])('says so: %j', (others, said) => {
    expect(shown(others)).toContain(said);
  });

  it('marks what is gone and what is new by element and sign, not by colour alone', () => {
    const page = renderWith(
      {},
      <TrialResult trial={{ ...trial, output: 'Subject: y\n' }} mail={'Subject: x\n'} />,
    );
    expect(page.container.querySelector('del')?.textContent).toBe('Subject: x');
    expect(page.container.querySelector('ins')?.textContent).toBe('Subject: y');
    expect(page.container.textContent).toContain('−Subject: x+Subject: y');
  });
});
