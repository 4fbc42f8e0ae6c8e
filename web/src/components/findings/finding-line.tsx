import type { Severity } from '@obmen/contract'
import type { Finding } from '@obmen/contract/rest'
import { Findings } from '../orders/findings.js'
import { useSentences } from './use-sentences.js'

const LEVELS = { blocks: 'fatal', loses: 'dropped', note: 'note' } as const satisfies Record<Severity, string>

export function FindingLines({
  items,
}: {
  items: readonly Pick<Finding, 'code' | 'severity' | 'params' | 'message'>[]
}) {
  const sentences = useSentences()
  return (
    <Findings
      items={items.map(finding => ({ level: LEVELS[finding.severity], message: sentences.finding(finding) }))}
    />
  )
}
