import { z } from 'zod';
import { type MessageName, messages } from '../spcp/message.ts';
import { type StatusName, status } from '../spcp/status.ts';

/** A message of SPCP by its name. */
export const messageName = z.enum(Object.keys(messages) as [MessageName, ...MessageName[]]);

/** STATUS of a reply by its name. */
export const statusWord = z.enum(Object.keys(status) as [StatusName, ...StatusName[]]);
