import { readFileSync } from 'node:fs'
import {
  CLIENT_FACTS,
  CONNECTION_CHECKS,
  describeCheck,
  describeFact,
  describeProblem,
  describeState,
  FINDING_CODES,
  STATE_CODES,
  TASK_CODES,
} from '@obmen/contract'
import { CLIENTS, readSettings } from '@obmen/contract/settings'
import { expect, it } from 'vitest'
import { ACCOUNTING_TEXTS } from '../src/accounting/texts.js'
import { PROFILES } from '../src/clients/index.js'
import type { FindingParams } from '../src/findings/finding.js'
import { describeFinding } from '../src/preflight/texts/index.js'
import { describeTask } from '../src/preflight/texts/texts-payments.js'

const PROGRAMS = [...CLIENTS, 'auto'] as const
/** By what sentences differ; each is tried as the value of every parameter. */
const CHOICES = [
  ...['undefined', 'yes', 'no', 'stays', 'doubles', 'refused', 'gone', 'failed', 'refunded', 'part', 'none'],
  ...['characters', 'organization', 'true', 'wait', 'made', 'sent', 'updated'],
]

/** Parameters of any name, all with that value. */
function paramsOf(choice: string, code?: string): FindingParams {
  const value = (name: string | symbol): string => {
    if (name === 'kind' && code === 'buyer-may-merge') return 'phone'
    const isAbsent =
      (name === 'refused' && choice === 'no') || (name === 'unsure' && !['true', 'wait'].includes(choice))
    return isAbsent ? 'undefined' : choice
  }
  const get = (_: object, name: string | symbol): string | undefined =>
    value(name) === 'undefined' ? undefined : value(name)
  return new Proxy({}, { get })
}

/** Findings and tasks of every code, for every program, as what will be and as what was. */
const OF_ORDERS = PROGRAMS.flatMap(client =>
  CHOICES.flatMap(choice => {
    const order = { orderId: '1', number: null, numberIn1c: '1', client, params: paramsOf(choice) }
    const findings = FINDING_CODES.flatMap(code =>
      [false, true].map(done => describeFinding({ code, params: paramsOf(choice, code) }, client, done)),
    )
    const tasks = TASK_CODES.map(code => describeTask({ ...order, code }))
    return [...findings, ...tasks].map(text => text.replaceAll(choice, '').replaceAll('undefined', ''))
  }),
)

/** To which all advice about settings applies, but that about the encoding. */
const ODD_SETTINGS = {
  ...{ paymentrules: [{}], paymentmethodname: 'К', payments: 'documents', zip: true, filelimit: 1000 },
  ...{ ordernumber: 'platform', ordernumberfrom: 1 },
}
const CAUSE = { orders: 2, login: '1', failure: null }
const CHECK = { tone: 'good', orders: 2, date: '2026-11-17', agent: null } as const
const PAYMENT = { payment: { id: '1', amount: '1.00' }, currency: 'RUB', integrationName: 'Б' }
const GIVEN = { count: 1, of: 2, numbers: '1', more: true }
const OTHERS = [
  ...STATE_CODES.map(code => describeState({ ...CAUSE, code }, 'ru')),
  ...CLIENT_FACTS.map(fact => describeFact(fact, 'ru')),
  ...[true, false].flatMap(bp => CONNECTION_CHECKS.map(code => describeCheck({ ...CHECK, code, bp }, 'ru'))),
  ...PROGRAMS.flatMap(client => readSettings({ ...ODD_SETTINGS, client }).notes),
  ...Object.values(ACCOUNTING_TEXTS.reasons),
  ACCOUNTING_TEXTS.notSent.ru(PAYMENT as Parameters<typeof ACCOUNTING_TEXTS.notSent.ru>[0]),
  ACCOUNTING_TEXTS.overwrites.ru({
    ...{ integrationName: 'Б', documentNumber: '1', lines: [], canceled: true, deleted: true },
  } as unknown as Parameters<typeof ACCOUNTING_TEXTS.overwrites.ru>[0]),
  ...[true, false].map(
    yes => describeProblem('order-refused', { known: yes, proven: yes, earlierMonth: !yes }).message,
  ),
  describeProblem('part-given', GIVEN).message,
  describeProblem('numbers-collide', { pairs: ['1'], more: true }).message,
  describeProblem('numbers-beyond-six-digits', { number: 1 }).message,
]

// «id» is the label of that field on the pages.
it('what accountants and administrators read has no names of fields, settings or protocol', () => {
  const latin = [...new Set([...OF_ORDERS, ...OTHERS])].filter(text =>
    /[A-Za-z]{2,}/.test(text.replaceAll(/ERP|CommerceML|(?<!\p{L})id(?!\p{L})/gu, '')),
  )
  expect(latin).toEqual([])
  expect(new Set(OF_ORDERS).size).toBeGreaterThan(300)
})

it('a verb in the past has the gender of the program that it is said of', () => {
  const titles = PROGRAMS.map(client => PROFILES[client])
  const wrong = [...new Set([...OF_ORDERS, ...OTHERS])].filter(text =>
    titles.some(({ title, pastEnding }) => {
      const verb = new RegExp(`(?<!в )${title} (?:не )?\\p{Ll}+?л([ао]?)(?!\\p{L})`, 'u').exec(text)
      return verb !== null && verb[1] !== pastEnding
    }),
  )
  expect(wrong).toEqual([])
  expect(OF_ORDERS.join()).toContain('Управление торговлей создало документ')
})

it('each program’s way of giving money back is named in its tasks and in the guide alike', () => {
  const guide = readFileSync(new URL('../../docs/guide/7-accountant.md', import.meta.url), 'utf8')
  for (const client of CLIENTS) {
    const { refund, goodsReturn = '' } = PROFILES[client]
    const params = { amount: '10.00', currency: 'RUB', id: '1' }
    const order = { orderId: '1', number: null, numberIn1c: '1', client, params }
    const task = describeTask({ ...order, code: 'enter-refund' })
    for (const words of [refund, goodsReturn]) {
      expect(task).toContain(words)
      expect(guide.replaceAll(/\s+/g, ' ')).toContain(words)
    }
  }
})
