import { describe, expect, it } from 'vitest';
import {
  pastedHeadings,
  readPastedList,
} from '../../../../renderer/views/profiles/paste/pasted-list.ts';

const values = (text: string) => readPastedList(text).map((line) => line.values);

describe('a pasted line', () => {
  it.each([
    ['mail.example', { host: 'mail.example' }],
    [
      'mail.example:9091 Mail in Madrid',
      { host: 'mail.example', port: '9091', name: 'Mail in Madrid' },
    ],
    ['Mail.Example. Lima', { host: 'mail.example', name: 'Lima' }],
    ['[2001:db8::7]:9091\tLima', { host: '2001:db8::7', port: '9091', name: 'Lima' }],
    ['fe80::1%eth0 Lima', { host: 'fe80::1%eth0', name: 'Lima' }],
    [
      'spcp://ana@mail.example:9091/ Lima',
      { host: 'mail.example', port: '9091', user: 'ana', name: 'Lima' },
    ],
    ['correo.españa.example', { host: 'correo.xn--espaa-rta.example' }],
    ['-L 192.0.2.7 -o 9091', { host: '192.0.2.7', port: '9091' }],
    [
      '-L mail.example --name "Mail 5" --user=eva',
      { host: 'mail.example', name: 'Mail 5', user: 'eva' },
    ],
    ['not_a:host:at all', { host: 'not_a:host:at', name: 'all' }],
  ])('%j says %j', (line, expected) => {
    expect(values(line)).toEqual([expected]);
  });

  it('says which of its flags are not read, and never what stands behind them', () => {
    const [line] = readPastedList(
      '-L a.example -psecret --retries 3 --trace --name=Lima -p secret',
    );
    expect(line?.values).toEqual({ host: 'a.example', name: 'Lima' });
    expect(line?.unread).toEqual(['-p', '--retries', '--trace', '-p']);
    expect(readPastedList('-L a.example -o 9091')[0]?.unread).toEqual([]);
  });

  it('counts by its number in the text, and says nothing where it is empty or a remark', () => {
    const lines = readPastedList('\ufeffa.example\r\n\r\n# Lima\r\nb.example\r\n');
    expect(lines.map(({ line, values: { host } }) => [line, host])).toEqual([
      [1, 'a.example'],
      [4, 'b.example'],
    ]);
  });
});

describe('a pasted table', () => {
  it('is read by the names of its columns, in whichever order and language', () => {
    const text =
      'Nombre;Dirección;Puerto;Carpeta;Color\r\n"Madrid; 1";a.example;9091;Europa/España;red\r\n';
    expect(values(text)).toEqual([
      { name: 'Madrid; 1', host: 'a.example', port: '9091', folder: 'Europa/España' },
    ]);
  });

  it('has quoted commas and lines in its cells', () => {
    const text = 'name,host,notes\n"Lima, 2",b.example,"ask ""Ana""\nfirst"\n\n,c.example:7,\n';
    expect(values(text)).toEqual([
      { name: 'Lima, 2', host: 'b.example', notes: 'ask "Ana"\nfirst' },
      { host: 'c.example', port: '7' },
    ]);
  });

  it('is one by tabs too', () => {
    expect(values('host\tuser\na.example\tana')).toEqual([{ host: 'a.example', user: 'ana' }]);
  });
});

describe('the headings of a pasted table', () => {
  it('say for what each column is read, and which are ignored', () => {
    expect(pastedHeadings('\ufeff\nHost;"SCTP port";Rack\na;1;2')).toEqual([
      { title: 'Host', field: 'host' },
      { title: 'SCTP port', field: 'port' },
      { title: 'Rack', field: null },
    ]);
  });

  it('are none where there is no table', () => {
    expect(pastedHeadings('a.example Madrid\nb.example')).toEqual([]);
    expect(pastedHeadings('')).toEqual([]);
  });
});

describe('a table', () => {
  it('is divided by what divides its header, whatever is in its cells', () => {
    const rows = ['a.example,Lima,mail;edge;a;b', 'b.example,Quito,x;y;z;w', 'c.example,,p;q;r;s'];
    expect(values(['host,name,tags', ...rows].join('\n'))[0]).toEqual({
      host: 'a.example',
      name: 'Lima',
      tags: 'mail;edge;a;b',
    });
    expect(values('host;name;tags\na.example;Lima;"mail, edge"')).toEqual([
      { host: 'a.example', name: 'Lima', tags: 'mail, edge' },
    ]);
  });
});
