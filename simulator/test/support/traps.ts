import { describe, expect, test } from 'vitest'
import type { BaseSettings } from '../../src/base/settings.js'
import type { Client } from '../../src/client.js'
import type { DocumentAction, Severity } from '../../src/result.js'
import type { FindingCode } from '../../src/texts.js'
import { answer, order } from './order.js'
import { pull } from './pull.js'

/** Between two good orders stands the bad one: what becomes of the three, is it confirmed, what is said. */
export type Expected = [actions: string, confirmed: boolean, code?: FindingCode, severity?: Severity]
export type Trap = [
  title: string,
  document: string,
  expected: Partial<Record<Client, Expected>>,
  options?: { settings?: BaseSettings; bitrix?: boolean },
]

export const ALL_MADE: Expected = ['created created created', true]
const when =
  (actions: string, confirmed: boolean, usual: Severity) =>
  (code: FindingCode, severity = usual): Expected => [actions, confirmed, code, severity]
/** What becomes of the bad one: it is made; 1C loses it or passes it over, and confirms. */
export const made = when('created created created', true, 'silent')
export const lost = when('created refused created', true, 'silent')
export const dropped = when('created skipped created', true, 'silent')
/** It stops the load, itself or by its payment; everything is taken back. */
export const stopped = when('created refused not-reached', false, 'queue')
export const crashed = when('created created not-reached', false, 'queue')
export const rolledBack = when('rolled-back refused not-reached', false, 'batch')

export const customer = (inside: string) => `<Контрагенты><Контрагент>${inside}</Контрагент></Контрагенты>`
export const missing = (name: string) =>
  order({ number: '15' }).replace(new RegExp(`<${name}>[^<]*</${name}>`), '')
export const emptied = (name: string) =>
  order({ number: '15' }).replace(new RegExp(`<${name}>[^<]*</${name}>`), `<${name}/>`)
export const utAndRt = (expected: Expected) => ({ ut: expected, rt: expected })
export const all = (expected: Expected) => ({ ...utAndRt(expected), unf: expected, bp: expected })

/** A table of traps × clients; the number in a title is the trap's in the README. */
export function describeTraps(traps: Trap[]): void {
  describe.each(traps)('%s', (_title, document, expected, { settings = {}, bitrix = false } = {}) => {
    test.each(Object.entries(expected) as [Client, Expected][])(
      '%s',
      async (client, [actions, confirmed, code, severity]) => {
        const xml = answer(order({ number: '14' }), document, order({ number: '16' }))
        const options = bitrix ? { path: '/bitrix/admin/1c_exchange.php', subordinateDocuments: true } : {}
        const { result, codes, base } = await pull(client, xml, settings, options)
        expect(result.documents.map(one => one.action).join(' ')).toBe(actions)
        expect(result.confirmed).toBe(confirmed)
        if (code === undefined) expect(codes.filter(one => one !== 'method-needed')).toEqual([])
        else
          expect(result.findings).toContainEqual(
            expect.objectContaining({ code, ...(severity && { severity }) }),
          )
        const made = result.documents.filter(one =>
          (['created', 'updated'] as DocumentAction[]).includes(one.action),
        )
        if (code !== 'payment-guid') expect(base.documents.size).toBe(made.length)
      },
    )
  })
}
