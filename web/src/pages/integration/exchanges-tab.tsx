import type { Integration } from '@obmen/contract/rest'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { exchangesQuery } from '../../api/exchanges.js'
import { useAdministers } from '../../api/people/me.js'
import { ExchangesTable } from '../../components/exchanges/exchanges-table.js'
import { texts as tableTexts } from '../../components/exchanges/texts.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useTexts } from '../../texts/language.js'
import { FileInspection } from './file-inspection/file-inspection.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')
const ROWS = 50

/** «Обмены»: every exchange of this 1C; new ones appear by themselves. */
export default function ExchangesTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { found } = useTexts(tableTexts)
  const { id } = integration
  const { cursor } = route.useSearch()
  const administers = useAdministers()
  const query = useQuery(
    exchangesQuery({ integrationId: id, cursor, limit: ROWS, collapse: true, count: true }),
  )
  useLiveRefresh(['exchanges'], event => event.integrationId === id)
  return (
    <>
      <Listed
        query={query}
        unit={found}
        empty={
          <Empty icon={IconArrowsExchange} title={t.exchanges.none} text={t.exchanges.noneText}>
            <ButtonLink
              to="/integrations/$integrationId"
              params={{ integrationId: id }}
              search={{ tab: 'connection' }}
            >
              {t.exchanges.connect}
            </ButtonLink>
          </Empty>
        }
      >
        {(items, stale) => (
          <ExchangesTable
            label={t.tabs.exchanges}
            exchanges={items}
            filter={{ integrationId: id }}
            stale={stale}
            ofOne
          />
        )}
      </Listed>
      {/* Бухгалтерия uploads nothing. */}
      {administers && integration.settings?.client !== 'bp' && <FileInspection integration={integration} />}
    </>
  )
}
