import { expect, it } from 'vitest'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import { refuse, serveForeignBp } from '../../../test/support/reading/foreign-bp.js'

const PERIOD = ['--from', '2026-11-01', '--to', '2026-11-30']
const read = (url: string, ...options: string[]) =>
  runObmen(['1c', 'read', '--url', url, '--login', 'Обмен', '--password', 'пароль', ...options])

it('shows the invoices of a period with their money and acts, as a table or as JSON', async () => {
  await using bp = await serveForeignBp()
  const paid = bp.addInvoice('0000-000017', { СуммаДокумента: 3000 })
  bp.setStatus(paid, 'Оплачен', 'Отгружен')
  bp.pay(paid, 1000)
  bp.pay(paid, 2000)
  bp.ship(paid)
  bp.addInvoice('0000-000018', { DeletionMark: true, Posted: false, Date: '2026-11-30T23:59:59' })
  bp.addInvoice('0000-000019', { Date: '2026-12-01T00:00:00' })

  const table = await read(bp.url, ...PERIOD)
  expect(table).toMatchObject({ exitCode: 0 })
  expect(table.stdout).toMatch(
    /0000-000017 +20\.11\.2026 +3 000,00 +3 000,00 +Оплачен +Отгружен +Акт 0000-000012 от 20\.11\.2026/,
  )
  expect(table.stdout).toMatch(/0000-000018 +30\.11\.2026 +100,00 +0,00 +Не оплачен, помечен на удаление/)
  expect(table.stdout).toContain('Счетов: 2.')

  bp.fault = address => (address.includes('ОплатаСчетов') ? response => refuse(response, 401, 20) : undefined)
  const json = JSON.parse((await read(bp.url, ...PERIOD, '--json')).stdout)
  expect(json).toMatchObject({
    from: '2026-11-01',
    invoices: [{ number: '0000-000017', paid: null, shipments: [{ kind: 'Акт' }] }, { deleted: true }],
    missing: [{ name: 'регистр накопления «Оплата счетов»' }],
  })
  expect(bp.calls.every(call => call.startsWith('/base/odata/standard.odata/'))).toBe(true)
})

it('shows those of one second by number, and today’s wherever 1C is', async () => {
  await using bp = await serveForeignBp()
  const inKamchatka = new Date(Date.now() + 12 * 3_600_000).toISOString().slice(0, 19)
  for (const number of ['0000-000021', '0000-000020']) bp.addInvoice(number, { Date: inKamchatka })
  const { stdout } = await read(bp.url)
  expect(stdout.match(/0000-00002\d/g)).toEqual(['0000-000020', '0000-000021'])
})

it('says in words why it could not read, and what is wrong in how it was called', async () => {
  await using bp = await serveForeignBp()
  bp.fault = () => response => response.writeHead(401, { 'content-type': 'text/html' }).end()
  expect(await read(bp.url)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('1С не приняла имя и пароль'),
  })
  for (const [options, words] of [
    [['ftp://1c'], 'не похож на адрес'],
    [['https://anna:x@1c/base'], '--url: уберите из адреса имя и пароль'],
    [[bp.url, '--from', '2026-02-30'], '--from «2026-02-30»'],
    [[bp.url, '--from', '2026-12-01', '--to', '2026-11-01'], 'позже'],
  ] as [[string, ...string[]], string][])
    expect(await read(...options)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(words) })
})
