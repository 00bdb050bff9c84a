/** Words of the shell's language that stand before a command and are none. */
export const keywords: ReadonlySet<string> = words(
  '! { } case do done elif else esac fi for if in then until while',
);

/** What never reads its standard input, whatever its arguments. */
export const nonReaders: ReadonlySet<string> = words(
  `: basename cal cd chmod chown cp date df dirname du echo exit expr export false groups hostname id kill
   ln logname ls mkdir mv printenv printf ps pwd rm rmdir seq set sleep test touch true tty uname unset uptime
   wait who whoami yes [`,
);

/** What never writes to its standard output, whatever its arguments. */
export const nonWriters: ReadonlySet<string> = words(
  `: cd chmod chown cp exit export false kill ln logger mkdir mv rm rmdir set sleep test touch true unset
   wait [`,
);

/** What every host has: commands of the shell itself, and the tools that POSIX asks for or that come with GNU, BSD and BusyBox alike. */
const usual: ReadonlySet<string> = new Set([
  ...nonReaders,
  ...nonWriters,
  ...words(
    `. awk base64 bc break cat cksum cmp col column comm command continue csplit cut dd diff ed egrep env eval
     exec expand fgrep file find fmt fold getopts grep gunzip gzip head iconv join less local logger look mail
     md5sum more nice nl nohup od paste patch pr read readonly rev return sed sh sha1sum sha256sum shift shuf
     sort source split stat strings sum tac tail tee time timeout tr trap truncate tsort type ulimit umask
     unexpand uniq uudecode uuencode wc which xargs zcat`,
  ),
]);

/** Whether a program named without a path is one that every host has. */
export function isUsual(program: string): boolean {
  return usual.has(program);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
