/** What the history says of a layer: which instruction made it, and the text behind. */
export interface Command {
  readonly does: 'run' | 'copy' | 'other' | 'unknown';
  readonly text: string;
}

const instructions =
  /^(?:RUN|COPY|ADD|ARG|CMD|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)(?=\s|$)/;

/**
 * Reads a `created_by` of any builder, with its wrappings or without: `RUN /bin/sh -c make # buildkit`,
 * `/bin/sh -c #(nop) COPY file:… in /app`, `|1 A=b /bin/sh -c make`, `make`.
 */
export function parseCommand(createdBy: string): Command {
  let text = createdBy
    .trim()
    .replace(/# buildkit$/, '')
    .trim();
  text = text.replace(/^(?:\|\d+ .*? )?\/bin\/sh -c\s+/s, '').replace(/^#\(nop\)\s+/, '');
  if (text === '') return { does: 'unknown', text };
  const [instruction] = instructions.exec(text) ?? [];
  if (instruction === undefined) return { does: 'run', text };
  const rest = text.slice(instruction.length).trim();
  if (instruction === 'RUN') {
    return { does: 'run', text: rest.replace(/^(?:\|\d+ .*? )?\/bin\/sh -c\s+/s, '') };
  }
  const copies = instruction === 'COPY' || instruction === 'ADD';
  return { does: copies ? 'copy' : 'other', text: rest };
}

/** The lowest layer of a base is often an archive that is unpacked at the root. */
export const fillsRoot = ({ does, text }: Command): boolean =>
  does === 'copy' && /\s\/$/.test(text);

/** Does it change owners or modes? */
export const changesMetadata = ({ does, text }: Command): boolean =>
  does === 'run' && /\b(?:chmod|chown|chgrp)\b/.test(text);

const uninstalls = [
  /\b(?:apt|apt-get|aptitude)\s+(?:-\S+\s+)*(?:purge|remove|autopurge|autoremove)\b/,
  /\bapk\s+(?:-\S+\s+)*del\b/,
  /\b(?:yum|dnf|microdnf|tdnf|zypper)\s+(?:-\S+\s+)*(?:remove|erase|autoremove|rm)\b/,
  /\bpacman\s+-R/,
];

/** Does it take packages away again? */
export const uninstallsPackages = ({ does, text }: Command): boolean =>
  does === 'run' && uninstalls.some((pattern) => pattern.test(text));
