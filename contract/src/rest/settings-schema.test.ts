import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { readSettings } from '../settings/read-settings.js'
import { settingsSchema } from './settings-schema.js'

const taken = (input: unknown): boolean => {
  try {
    readSettings(input)
    return true
  } catch {
    return false
  }
}

it('the schema takes what the reader takes, and gives the same settings', () => {
  const mostly = <T>(right: fc.Arbitrary<T>, ...wrong: unknown[]) =>
    fc.oneof({ arbitrary: right, weight: 25 }, { arbitrary: fc.constantFrom(...wrong), weight: 1 })
  const name = mostly(fc.constantFrom(' a ', 'я'.repeat(50), 'purchased'), '', ' ', 1, null)
  const method = mostly(name, 'я'.repeat(51))
  const rule = fc.record({ status: name, gateway: name, paymentmethodname: method }, { requiredKeys: [] })
  const settings = fc.record(
    {
      paymentrules: mostly(fc.array(rule, { minLength: 1, maxLength: 2 }), [], {}, [1]),
      paymentmethodname: method,
      client: mostly(fc.constantFrom('bp', 'bitrix'), 'БП', 1),
      schemaversion: mostly(fc.constantFrom('2.05', '2.10'), '2.1', 2.08),
      encoding: mostly(fc.constant('utf-8'), 'utf8', null),
      payments: mostly(fc.constantFrom('auto', 'documents', 'requisites'), 'document', true),
      ordernumber: mostly(fc.constant('platform'), 'own'),
      ordernumberfrom: mostly(fc.constantFrom(1, 999_999), 0, 1_000_000),
      batchlimit: mostly(fc.constantFrom(1, 50_000), 1.5, 50_001, '5'),
      ordersfrom: mostly(fc.constantFrom('2026-11-01', '2024-02-29'), '2026-02-29', '2026-1-1'),
      commentprefix: mostly(fc.boolean(), 'true', 1),
      orderidrequisite: mostly(fc.boolean(), 'true', 1),
      zip: mostly(fc.boolean(), 'true'),
      filelimit: mostly(fc.constantFrom(0, 1), -1),
      quarantineafter: mostly(fc.constantFrom(0, 2, 100), -1, 101),
      quarantinepause: mostly(fc.constantFrom(0, 60, 86_400), 86_401, '60'),
      silentafter: mostly(fc.constantFrom(1, 525_600), 0, 525_601, '60'),
    },
    { requiredKeys: ['paymentmethodname', 'paymentrules'] },
  )
  let agreed = 0
  fc.assert(
    fc.property(settings, input => {
      const parsed = settingsSchema.safeParse(input)
      expect(taken(input)).toBe(parsed.success)
      if (!parsed.success) return
      agreed++
      expect(readSettings(input).settings).toEqual(parsed.data)
    }),
    { numRuns: 2000 },
  )
  expect(agreed).toBeGreaterThan(400)
})

it('the schema can be told as JSON schema, with every key described', () => {
  const { $defs } = z.toJSONSchema(settingsSchema) as unknown as {
    $defs: Record<string, { required?: string[]; properties: Record<string, { description?: string }> }>
  }
  const schema = $defs.IntegrationSettings!
  expect(schema.required).toEqual(['paymentrules', 'paymentmethodname'])
  for (const property of Object.values(schema.properties)) expect(property.description).toMatch(/[а-я]/)
})
