import type { Exchange } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { texts } from '../exchanges/texts-exchange.js'

/** Name of an exchange's integration, marked if it was removed. */
export function useIntegrationName(): (
  exchange: Pick<Exchange, 'integrationId' | 'integrationName'>,
) => string {
  const { removed, unknown } = useTexts(texts).integration
  return ({ integrationId, integrationName: name }) =>
    name === null ? unknown : integrationId === null ? removed(name) : name
}
