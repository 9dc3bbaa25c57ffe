/** Training cannot succeed on what it was given; the message says why, and what to do. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

/** Training was stopped on request; what it had read is kept where it can be. */
export class TrainingStopped extends Error {
  override readonly name = 'TrainingStopped';
}
