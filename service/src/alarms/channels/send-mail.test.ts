import { expect, it } from 'vitest'
import { openMailServer } from '../../../test/support/alarms/mail-server.js'
import { sendMail } from './send-mail.js'

const MAIL = {
  to: 'olga@example.ru',
  subject: '1С «Бухгалтерия» молчит',
  text: 'С утра.\n',
  html: '<p>С утра.</p>',
}

it('a mail arrives with its words, names what it continues, and asks for no answer of a machine', async () => {
  await using server = await openMailServer()
  const mailFrom = 'Обмен <robot@obmen.example>'
  const failure = await sendMail(
    { smtpUrl: server.url, mailFrom, allowPrivateAddresses: 'yes' },
    { ...MAIL, id: 'a.2', references: ['a', 'b'] },
  )
  expect(failure).toBeUndefined()
  const [mail] = server.received
  expect(mail).toMatchObject({ from: 'robot@obmen.example', to: MAIL.to, text: MAIL.text, html: MAIL.html })
  expect(mail!.headers).toMatchObject({
    ...{ from: mailFrom, subject: MAIL.subject, 'auto-submitted': 'auto-generated' },
    ...{ 'message-id': '<a.2@obmen.example>', references: '<a@obmen.example> <b@obmen.example>' },
    'in-reply-to': '<a@obmen.example>',
  })
  await sendMail({ smtpUrl: server.url, mailFrom: undefined, allowPrivateAddresses: 'yes' }, MAIL)
  expect(server.received[1]!.from).toBe('obmen@example.ru')
})

it.each([
  ['a wrong password', 'channel-password', '535', {}],
  ['a recipient who is refused', 'channel-recipient', '550', { onRcptTo: refusing }],
  ['a sender who is refused', 'channel-sender', '550', { onMailFrom: refusing }],
  [
    'a certificate that nobody vouches for',
    'channel-unreachable',
    'NODE_EXTRA_CA_CERTS',
    { hideSTARTTLS: false },
  ],
])('%s is told in words, without the password', async (_what, code, said, options) => {
  await using server = await openMailServer(options)
  const smtpUrl = code === 'channel-password' ? server.url.replace('p%40rol', 'other-parol') : server.url
  const failure = await sendMail({ smtpUrl, mailFrom: undefined, allowPrivateAddresses: 'yes' }, MAIL)
  expect(failure).toMatchObject({ code, message: expect.stringContaining(said) })
  expect(JSON.stringify(failure)).not.toMatch(/parol|p@rol|p%40rol/)
  expect(server.received).toEqual([])
})

it.each(['127.0.0.1', 'localhost'])('no mail goes to %s unless that is allowed', async host => {
  await using server = await openMailServer()
  const smtpUrl = server.url.replace('127.0.0.1', host)
  const config = { smtpUrl, mailFrom: undefined, allowPrivateAddresses: 'no' } as const
  expect(await sendMail(config, MAIL)).toMatchObject({
    params: { why: 'address-not-public' },
    message: expect.stringContaining('ALLOW_PRIVATE_ADDRESSES'),
  })
  expect(server.received).toEqual([])
})

function refusing(_address: unknown, _session: unknown, done: (error: Error) => void): void {
  done(Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }))
}

it.each([
  ['smtp://127.0.0.1:1', 'connection-failed'],
  ['smtp://mail.invalid:25', 'name-not-found'],
])('%s cannot be reached: %s', async (smtpUrl, why) => {
  expect(await sendMail({ smtpUrl, mailFrom: undefined, allowPrivateAddresses: 'yes' }, MAIL)).toMatchObject({
    code: 'channel-unreachable',
    params: { why },
  })
})
