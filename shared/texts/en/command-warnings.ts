import type { CommandWarningTexts } from '../command-warning-texts.ts';

export const commandWarnings: CommandWarningTexts = {
  'open-single': {
    title: 'A single quote is not closed',
    text: 'The shell would look for its end, find none, and run nothing: mails would come out empty.',
  },
  'open-double': {
    title: 'A double quote is not closed',
    text: 'The shell would look for its end, find none, and run nothing: mails would come out empty.',
  },
  'open-backquote': {
    title: 'A backquote is not closed',
    text: 'The shell would look for the end of the command in it, find none, and run nothing: mails would come out empty.',
  },
  'open-parenthesis': {
    title: 'A parenthesis is not closed',
    text: 'The shell would report a syntax error and run nothing: mails would come out empty.',
  },
  'open-brace': {
    title: 'A brace is not closed',
    text: 'The shell would look for its end, find none, and run nothing: mails would come out empty.',
  },
  'open-backslash': {
    title: 'The last character is a backslash',
    text: 'It has nothing to stand before: shells differ in what they make of it.',
  },
  stray: {
    title: '“{{what}}” has nothing to work with',
    text: 'Something is missing before or behind it: the shell would report a syntax error and run nothing, so that mails would come out empty.',
  },
  background: {
    title: '“&” leaves a command in the background',
    text: 'The shell gives it no mail to read and does not wait for it: its output may be missing, and it may go on running on the proxy’s host after the mail is out.',
  },
  'writes-file': {
    title: 'It writes to the file {{what}}',
    text: 'What goes there does not reach the mail client. It stays on the proxy’s host, mail by mail, and the file can fill the disk.',
  },
  'reads-file': {
    title: 'It reads {{what}} and not the mail',
    text: 'Standard input is redirected: the command gets that file of the proxy’s host in the place of the mail.',
  },
  'input-unread': {
    title: '“{{what}}” does not read the mail',
    text: 'Nothing here reads standard input: every mail would come out as the same output, and its own text would be lost.',
  },
  'pipe-unread': {
    title: '“{{what}}” does not read from the pipe',
    text: 'What the command before it writes would be thrown away.',
  },
  'output-none': {
    title: '“{{what}}” writes no result',
    text: 'Nothing would reach standard output at the end: mails would come out empty.',
  },
  'program-unusual': {
    title: '“{{what}}” may not be there',
    text: 'It is not one of the tools that every host has. Where the server’s PATH does not lead to it, the shell cannot run it and mails come out empty; a full path, such as /usr/local/bin/{{what}}, does not depend on PATH.',
  },
  'program-relative': {
    title: '“{{what}}” is not a full path',
    text: 'It is looked for in the directory that the server happens to run in. Begin it with / to say where it is.',
  },
  comment: {
    title: 'The end of it is a comment',
    text: 'From “#” on the shell ignores everything: {{what}}',
  },
};
