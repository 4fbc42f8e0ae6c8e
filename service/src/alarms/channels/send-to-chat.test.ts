import { expect, it } from 'vitest'
import { openReceiver } from '../../../test/support/webhooks/receiver.js'
import { type Config, readConfig } from '../../config.js'
import { deliver } from './deliver.js'

const TEXT = '1С «Бухгалтерия» молчит <&>'
const MESSAGE = { subject: 'Тема', text: TEXT, html: '' }
const CHANNELS = {
  mail: { enabled: true },
  telegram: { enabled: true, chatId: '-1001' },
  max: { enabled: true, chatId: '77' },
  webhook: { enabled: true, url: null as string | null, format: 'mattermost' as 'mattermost' | 'slack' },
}
const config = (changes: Partial<Config>): Config => ({ ...readConfig({}), ...changes })

async function send(
  channel: 'telegram' | 'max' | 'webhook',
  changes: Partial<Config>,
  webhook: Partial<typeof CHANNELS.webhook> = {},
) {
  const to = { email: '', channels: { ...CHANNELS, webhook: { ...CHANNELS.webhook, ...webhook } } }
  return deliver(config(changes), { channel, to }, MESSAGE, new AbortController().signal)
}

it('Telegram is given chat and text; the token stands in the path alone', async () => {
  await using receiver = await openReceiver()
  const failure = await send('telegram', { telegramBotToken: '12:abcdefgh', telegramApiUrl: receiver.url })
  expect(failure).toBeUndefined()
  expect(receiver.received[0]).toMatchObject({
    path: '/hooks/bot12:abcdefgh/sendMessage',
    event: { chat_id: '-1001', text: TEXT },
  })
})

it('MAX is given the chat in the address and the token in a header', async () => {
  await using receiver = await openReceiver()
  expect(await send('max', { maxBotToken: 'abcdefghijk', maxApiUrl: receiver.url })).toBeUndefined()
  expect(receiver.received[0]).toMatchObject({
    path: '/hooks/messages?chat_id=77&disable_link_preview=true',
    headers: { authorization: 'abcdefghijk' },
    event: { text: TEXT },
  })
})

it('a webhook is given the text, as its program reads it', async () => {
  await using receiver = await openReceiver()
  const allowed = { allowPrivateAddresses: 'yes' } as const
  for (const format of ['mattermost', 'slack'] as const)
    expect(await send('webhook', allowed, { url: receiver.url, format })).toBeUndefined()
  expect(receiver.received.map(({ event }) => event)).toEqual([
    { text: TEXT },
    { text: '1С «Бухгалтерия» молчит &lt;&amp;&gt;' },
  ])
})

it('a webhook goes only where webhooks may go', async () => {
  await using receiver = await openReceiver()
  expect(await send('webhook', {}, { url: receiver.url })).toMatchObject({
    code: 'channel-unreachable',
    params: { why: 'address-not-public' },
  })
  expect(receiver.received).toEqual([])
})

it.each([
  ['telegram', 400, { description: 'Bad Request: chat not found' }, 'channel-chat-not-found'],
  ['telegram', 403, { description: 'Forbidden: bot was blocked by the user' }, 'channel-bot-blocked'],
  ['telegram', 401, { description: 'Unauthorized' }, 'channel-token'],
  ['max', 404, { code: 'chat.not.found' }, 'channel-chat-not-found'],
  ['max', 401, { code: 'verify.token' }, 'channel-token'],
  ['max', 500, { code: 'oops' }, 'channel-answer'],
] as const)(
  '%s that answers %i is explained in words, without the token',
  async (channel, status, said, code) => {
    await using receiver = await openReceiver()
    receiver.answer = response => void response.writeHead(status).end(JSON.stringify(said))
    const bots = { telegramBotToken: '12:abcdefgh', maxBotToken: '12:abcdefgh' }
    const failure = await send(channel, { ...bots, telegramApiUrl: receiver.url, maxApiUrl: receiver.url })
    expect(failure).toMatchObject({ code })
    expect(JSON.stringify(failure)).not.toContain('abcdefgh')
  },
)

it('what the server lacks, or the person has not said, is told', async () => {
  expect(await send('max', {})).toMatchObject({ message: expect.stringContaining('MAX_BOT_TOKEN') })
  expect(await send('webhook', {})).toMatchObject({ code: 'channel-incomplete' })
})
