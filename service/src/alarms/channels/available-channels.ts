import type { AlarmChannel } from '@obmen/contract'
import type { Config } from '../../config.js'

/** Channels by which this server can tell people of alarms. */
export function availableChannels(
  config: Pick<Config, 'smtpUrl' | 'telegramBotToken' | 'maxBotToken'>,
): AlarmChannel[] {
  const { smtpUrl, telegramBotToken, maxBotToken } = config
  const has: [AlarmChannel, boolean][] = [
    ['mail', smtpUrl !== undefined],
    ['telegram', telegramBotToken !== undefined],
    ['max', maxBotToken !== undefined],
    // Its address is the person's own.
    ['webhook', true],
  ]
  return has.flatMap(([channel, is]) => (is ? [channel] : []))
}
