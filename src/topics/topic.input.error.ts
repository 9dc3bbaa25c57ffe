/** A topic query cannot be answered as asked; the message names the field and what is expected, never its value. */
export class TopicInputError extends Error {
  override readonly name = 'TopicInputError';

  constructor(
    /** The field at fault, such as `filter.from`. */
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}
