import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger };

/** Logs to standard error, one JSON object a line, so that standard output belongs to the answers. */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, base: null, redact: ['token', '*.token', 'err.rawError.token'] }, destination);
}
