import { z } from 'zod';
import type { DialerError } from '../errors.ts';

/** Errors are our own plain data (`shared/errors.ts`); the schema only guards that nothing else crosses. */
export const dialerErrorSchema = z.custom<DialerError>(
  (value) => typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string',
);
