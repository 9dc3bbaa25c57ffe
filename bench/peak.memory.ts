import { readFileSync } from 'node:fs';

/** The most memory that a process has held so far, in MB. Linux keeps it in /proc; elsewhere it reads 0. */
export function peakMegabytes(pid: number | undefined): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(match?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
