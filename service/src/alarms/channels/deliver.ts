import { type AlarmChannel, describeProblem } from '@obmen/contract'
import type { AlarmSettings } from '@obmen/contract/rest'
import type { Config } from '../../config.js'
import { availableChannels } from './available-channels.js'
import { type Failed, type Mail, sendMail } from './send-mail.js'
import { type Chat, maxChat, sendToChat, telegramChat, webhookChat } from './send-to-chat.js'

/** Where a person wants to be told. */
export interface Addressee {
  email: string
  channels: AlarmSettings['channels']
}

/** What the operator has to set for it. */
const VARIABLES = { mail: 'SMTP_URL', telegram: 'TELEGRAM_BOT_TOKEN', max: 'MAX_BOT_TOKEN', webhook: '' }

/** Sends a message by one channel. Resolves to what went wrong, or to undefined once it was taken. */
export async function deliver(
  config: Config,
  { channel, to }: { channel: AlarmChannel; to: Addressee },
  message: Omit<Mail, 'to'>,
  signal: AbortSignal,
): Promise<Failed | undefined> {
  if (!availableChannels(config).includes(channel))
    return describeProblem('channel-not-configured', { variable: VARIABLES[channel] })
  if (channel === 'mail') return sendMail(config, { ...message, to: to.email })
  const chat = chatOf(config, channel, to.channels)
  return chat && URL.canParse(chat.url)
    ? sendToChat(chat, message.text, signal)
    : describeProblem('channel-incomplete')
}

/** Undefined if the person has not said which. */
function chatOf(
  config: Config,
  channel: Exclude<AlarmChannel, 'mail'>,
  { telegram, max, webhook }: AlarmSettings['channels'],
): Chat | undefined {
  switch (channel) {
    case 'telegram':
      return telegram.chatId === null ? undefined : telegramChat(config, telegram.chatId)
    case 'max':
      return max.chatId === null ? undefined : maxChat(config, max.chatId)
    case 'webhook':
      return webhook.url === null ? undefined : webhookChat(config, webhook.url, webhook.format)
  }
}
