import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger }

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** JSON lines on stderr (stdout belongs to a command's result); whatever could carry a secret is cut out by name. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      redact: {
        paths: [
          '*.password',
          '*.authorization',
          '*.cookie',
          'headers.authorization',
          'headers.cookie',
          'password',
          'token',
        ],
        censor: '***',
      },
    },
    destination,
  )
}
