import { describe, expect, it } from 'vitest'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import { agreedVersion, canonicalVersion } from './cml-version.js'

describe('versions that a 1C announces (SPEC 5)', () => {
  const form = (version: string | undefined) =>
    decidePaymentForm({ payments: 'auto' }, canonicalVersion(version))

  it.each(['2.10', '2,10', '2.10.1', '2.10.2', '2.11', '3.1', ' 2.10 '])(
    '5.5: cmlVersion=%s takes payments as subordinate documents',
    version => expect(form(version)).toBe('documents'),
  )

  it.each(['2.09', '2.9', '2.1', '2.08', '1.99', '', 'abc', '2', '2.10x', '-2.10', undefined])(
    '5.5: cmlVersion=%s does not',
    version => expect(form(version)).toBe('requisites'),
  )

  it('5.5: settings that say how payments are told count, whatever is announced', () => {
    for (const version of ['2.10', '2.08', undefined]) {
      expect(decidePaymentForm({ payments: 'documents' }, version)).toBe('documents')
      expect(decidePaymentForm({ payments: 'requisites' }, version)).toBe('requisites')
    }
  })

  it('5.6: a version is kept in one form, and what is none is not kept', () => {
    expect(canonicalVersion('2,10')).toBe('2.10')
    expect(canonicalVersion('2.9')).toBe('2.09')
    expect(canonicalVersion('2.10.1')).toBe('2.10.1')
    expect(canonicalVersion("2.10'; drop table")).toBeUndefined()
    expect(canonicalVersion('9'.repeat(500))).toBeUndefined()
  })

  it('5.4: the agreed version is the lower of the two', () => {
    expect(agreedVersion('2.09', '2.08')).toBe('2.08')
    expect(agreedVersion('2.05', '2.08')).toBe('2.05')
    expect(agreedVersion('3.1', '2.10')).toBe('2.10')
    expect(agreedVersion('nonsense', '2.08')).toBe('2.08')
  })
})
