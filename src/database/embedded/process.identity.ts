import { readFileSync } from 'node:fs';
import { hasCode } from '../../config/error.code.js';

/** A process as others can recognise it: in a container every start has the same pid, but another start time. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, comparable for equality only; null where that cannot be told. */
  started: string | null;
}

/** The identity of this process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) };
}

/** Whether that very process still runs, and not only one that has its pid by now. */
export function isAlive({ pid, started }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  const start = startOf(pid);
  return start === null || start === started;
}

/** Boot and start time in clock ticks since it, as Linux tells them (proc(5), field 22 of `stat`). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may itself hold spaces and brackets.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    // Elsewhere only one's own start is known.
    return pid === process.pid ? String(performance.timeOrigin) : null;
  }
}
