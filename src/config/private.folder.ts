import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from './settings.js';

/** What the group and others may do with a file, and others alone. */
const GROUP_AND_OTHERS = 0o077;
const OTHERS = 0o007;
const STICKY = 0o1000;
const PERMISSIONS = 0o7777;

/**
 * The data directory, or a folder in it: made where it is not there, and closed to everybody but its owner. It
 * holds de-identified conversations, and the embedded database gives its own files the widest of modes, so
 * nobody else may as much as enter.
 * @param part a folder in it, such as `cache`
 * @returns the folder's path
 * @throws SettingsError where it is one that all share, such as /tmp, or another user's that is open to all
 */
export function dataFolder(directory: string, part?: string): string {
  makePrivate(directory);
  if (part === undefined) return directory;
  const path = join(directory, part);
  makePrivate(path);
  return path;
}

/** Closes a folder, and every file and folder in it, to everybody but its owner. */
export function narrowFiles(folder: string): void {
  narrow(folder, statSync(folder).mode);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() || entry.isDirectory()) narrow(path, statSync(path).mode);
  }
}

function makePrivate(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(path);
  const own = process.getuid?.() ?? uid;
  // Closed to others, a folder that all share would fail whatever else lives there.
  if (mode & STICKY)
    throw new SettingsError('DATA_DIR: expected a folder of its own, not one that all share');
  if (own === uid || own === 0) return narrow(path, mode);
  // Another user's folder is reached by its group, as a container's volume is; what it grants is for them to say.
  if (mode & OTHERS)
    throw new SettingsError('DATA_DIR: is open to all users; its owner must close it (chmod o-rwx)');
}

function narrow(path: string, mode: number): void {
  if (mode & GROUP_AND_OTHERS) chmodSync(path, mode & PERMISSIONS & ~GROUP_AND_OTHERS);
}
