import type { Exchange } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { texts } from '../exchanges/texts-exchange.js'

export function useIntegrationName(): (
  exchange: Pick<Exchange, 'integrationId' | 'integrationName'>,
) => string {
  const { removed, unknown } = useTexts(texts).integration
  return ({ integrationId, integrationName: name }) =>
    name === null ? unknown : integrationId === null ? removed(name) : name
}

/** A client's name for people: "1C+Enterprise/8.3" is «1С:Предприятие 8.3»; others as they are. */
export function knownClient(userAgent: string, enterprise: string): string {
  const version = /^1C\+Enterprise\/([\d.]+)/.exec(userAgent)?.[1]
  return version === undefined ? userAgent : `${enterprise} ${version}`
}
