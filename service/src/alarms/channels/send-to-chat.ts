import { type CHAT_FORMATS, type DescribedProblem, describeProblem } from '@obmen/contract'
import type { Config } from '../../config.js'
import { storable } from '../../db/values.js'
import { type PostLimits, postEvent } from '../../webhooks/delivery/post-event.js'

/** Where it goes, and how what it answers is understood. */
export interface Chat {
  url: string
  headers?: Record<string, string>
  body: (text: string) => object
  limits: PostLimits
  /** Of an answer that is no success; undefined: nothing that has words of its own. */
  explain?: (status: number, said: string) => DescribedProblem | undefined
}

const TIMEOUT_MS = 10_000
/** MAX takes 4,000 characters, Telegram 4,096. */
const MOST_CHARACTERS = 3900
const SHOWN_CHARACTERS = 200
/** Of the operator's own choice: an address of TELEGRAM_API_URL may be internal. */
const OWN_LIMITS: PostLimits = { timeoutMs: TIMEOUT_MS, allowPrivate: true }

export function telegramChat({ telegramApiUrl, telegramBotToken }: Config, chatId: string): Chat {
  return {
    url: `${telegramApiUrl}/bot${telegramBotToken}/sendMessage`,
    body: text => ({ chat_id: chatId, text, link_preview_options: { is_disabled: true } }),
    limits: OWN_LIMITS,
    explain: (status, said) => explainBot('TELEGRAM_BOT_TOKEN', status, said),
  }
}

export function maxChat({ maxApiUrl, maxBotToken }: Config, chatId: string): Chat {
  return {
    url: `${maxApiUrl}/messages?chat_id=${encodeURIComponent(chatId)}&disable_link_preview=true`,
    headers: { authorization: maxBotToken! },
    body: text => ({ text }),
    limits: OWN_LIMITS,
    explain: (status, said) => explainBot('MAX_BOT_TOKEN', status, said),
  }
}

/** An incoming webhook of Mattermost or Slack; Slack reads `<` and `&` as its own signs. */
export function webhookChat(config: Config, url: string, format: (typeof CHAT_FORMATS)[number]): Chat {
  const { webhookTimeoutSeconds, allowPrivateAddresses, webhookHosts: hosts } = config
  return {
    url,
    body: text => ({ text: format === 'slack' ? escapeSigns(text) : text }),
    limits: { timeoutMs: webhookTimeoutSeconds * 1000, allowPrivate: allowPrivateAddresses === 'yes', hosts },
  }
}

const escapeSigns = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Sends a text. Resolves to what went wrong, to undefined once it was taken. */
export async function sendToChat(
  { url, headers, body, limits, explain }: Chat,
  text: string,
  signal: AbortSignal,
): Promise<DescribedProblem | undefined> {
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
  const { host } = new URL(url)
  const outcome = await postEvent({
    url,
    headers: { 'content-type': 'application/json', 'user-agent': 'Obmen', ...headers },
    body: JSON.stringify(body(shown)),
    limits,
    signal,
  })
  const { failure, status } = outcome
  if (failure === null) return undefined
  if (failure !== 'status' && failure !== 'event-forgotten')
    return describeProblem('channel-unreachable', { host, why: failure })
  const said = outcome.answer ?? ''
  return (
    explain?.(status ?? 0, said) ??
    describeProblem('channel-answer', { host, answer: storable(`${status} ${said}`, SHOWN_CHARACTERS) })
  )
}

function explainBot(variable: string, status: number, said: string): DescribedProblem | undefined {
  if (/chat[ ._]not[ ._]found/i.test(said)) return describeProblem('channel-chat-not-found')
  // Telegram answers 404 to what is no token at all.
  if (status === 401 || status === 404) return describeProblem('channel-token', { variable })
  if (status === 403) return describeProblem('channel-bot-blocked')
  return status === 429 ? describeProblem('channel-busy') : undefined
}
