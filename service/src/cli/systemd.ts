import { spawn } from 'node:child_process'
import type { Logger } from '../log.js'
import type { Terminal } from './terminal.js'

/** What `serve` says of itself in a unit of `Type=notify`; elsewhere nothing. */
export interface Systemd {
  ready(): void
  stopping(): void
}

/**
 * Node.js cannot send a datagram to a Unix socket, so systemd's own program does: hence `NotifyAccess=all` in the unit.
 * From `ready` on the watchdog hears of us for as long as our event loop turns.
 */
export function openSystemd({ env }: Pick<Terminal, 'env'>, log: Logger): Systemd {
  if (!env.NOTIFY_SOCKET) return { ready: () => undefined, stopping: () => undefined }
  const say = (state: string): void => {
    spawn('systemd-notify', [state], { env, stdio: 'ignore' }).on('error', ({ message }) =>
      log.warn({ reason: message }, 'systemd does not hear of us'),
    )
  }
  const watchdogMs = Number(env.WATCHDOG_USEC ?? 0) / 1000
  return {
    ready() {
      say('READY=1')
      // Three times in its period, so that one that comes late does no harm.
      if (watchdogMs > 0) setInterval(() => say('WATCHDOG=1'), watchdogMs / 3).unref()
    },
    stopping: () => say('STOPPING=1'),
  }
}
