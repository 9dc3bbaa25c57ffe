import { type Frame, type FrameOptions, frames } from './frame.js';

/** Builds the frames of one phrase of danger, or of a harm that others do, as `frames` does. */
export function danger(phrasing: Frame['phrasing'], options: FrameOptions, ...patterns: string[]): Frame[] {
  return frames(patterns, phrasing, { ...options, danger: true });
}
