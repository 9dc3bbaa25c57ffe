import { isUtf8 } from 'node:buffer';
import { BadRequestException } from '@nestjs/common';
import { json } from 'express';
import { MAX_REQUEST_BYTES } from '../conversations/json.lines.js';

/** Reads a request's JSON body. One that is too large, not UTF-8 or not JSON is refused by the error filter. */
export const readJsonBody = json({
  limit: MAX_REQUEST_BYTES,
  verify: (_request, _response, body) => {
    if (!isUtf8(body)) throw new BadRequestException();
  },
});
