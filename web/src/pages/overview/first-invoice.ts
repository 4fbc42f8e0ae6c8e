import type { OverviewIntegration } from '@obmen/contract/rest'

/** For so long after its first call the document of a 1C that confirms is waited for. */
const WAITED_MS = 7 * 24 * 3_600_000

/** How far the first document in 1C has come, as far as Obmen can know. */
export type FirstInvoice = 'none' | 'unseen' | 'made'

/** A Бухгалтерия says no more than that it has the order; the others send their documents back. */
export function firstInvoice(integrations: readonly OverviewIntegration[]): FirstInvoice {
  const confirming = integrations.filter(({ counts }) => counts.confirmed > 0)
  const isMade = ({ hasDocuments, settings, firstSeenAt }: OverviewIntegration): boolean =>
    hasDocuments ||
    ['bp', 'auto', undefined].includes(settings?.client as string | undefined) ||
    (firstSeenAt !== null && Date.now() - Date.parse(firstSeenAt) > WAITED_MS)
  if (confirming.some(isMade) || integrations.some(({ hasDocuments }) => hasDocuments)) return 'made'
  return confirming.length > 0 ? 'unseen' : 'none'
}
