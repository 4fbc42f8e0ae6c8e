import { expect, test } from 'vitest'
import { FINDING_CODES } from '../findings.js'
import { englishFinding } from './english.js'

test.each(FINDING_CODES)('%s has an English sentence', code => {
  const text = englishFinding(code, {})
  expect(text).toMatch(/^[^А-Яа-яЁё]{20,}\.$/)
  expect(englishFinding(code, { unsure: 'true' })).toMatch(/^1C has not confirmed the load\. .*: \S/)
})
