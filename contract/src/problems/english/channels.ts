import type { ProblemWords } from '../problem-words.js'
import type { Unreachable } from '../texts-channels.js'

const UNREACHABLE: Record<Unreachable, string> = {
  'address-not-public': 'it is an internal address, and these are not allowed (ALLOW_PRIVATE_ADDRESSES=yes)',
  'host-not-allowed': 'this server is not allowed (WEBHOOK_HOSTS)',
  'name-not-found': 'there is no such name, check the address',
  'connection-failed': 'there is no connection, check address, port and network',
  certificate: 'its certificate is not trusted here (NODE_EXTRA_CA_CERTS)',
  timeout: 'it did not answer in time',
  'broken-answer': 'it answered something odd, check address and port',
  redirect: 'it answers with a redirect, give the final address',
}

export const CHANNELS = {
  'channel-not-configured': ({ variable }) =>
    `The server is not set up for this: ask whoever runs it to set ${variable}.`,
  'channel-incomplete': 'First say where to write to, and save.',
  'channel-unreachable': ({ host, why }) => `Sending through ${host} failed: ${UNREACHABLE[why]}.`,
  'channel-password': ({ host, answer }) =>
    `The mail server ${host} did not accept the name and password of SMTP_URL: ${answer}`,
  'channel-sender': ({ host, answer }) =>
    `The mail server ${host} takes no mail of this sender, check MAIL_FROM: ${answer}`,
  'channel-recipient': ({ host, answer }) =>
    `The mail server ${host} takes no mail for this address: ${answer}`,
  'channel-token': ({ variable }) =>
    `The bot’s token is not accepted: ask whoever runs the server to mend ${variable}.`,
  'channel-chat-not-found':
    'The bot knows no such chat. Check the number; write to the bot first, or add it to the group.',
  'channel-bot-blocked': 'The bot is blocked in this chat or was removed: unblock it or add it again.',
  'channel-busy': 'Too many messages in a short time: try again in a minute.',
  'channel-answer': ({ host, answer }) => `${host} did not take the message: ${answer}`,
} satisfies Partial<ProblemWords>
