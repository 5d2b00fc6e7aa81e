import { readdirSync, readFileSync } from 'node:fs';

/** Processes with this text in their command line or environment; none where there is no /proc to ask. */
export function processesWith(text: string): readonly string[] {
  return numbersIn('/proc').flatMap((pid) => {
    const command = read(`/proc/${pid}/cmdline`);
    const isIt = command.includes(text) || read(`/proc/${pid}/environ`).includes(text);
    return isIt && pid !== String(process.pid) ? [command.replaceAll('\0', ' ')] : [];
  });
}

function numbersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Empty for a process that is gone, or is not ours to look at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
