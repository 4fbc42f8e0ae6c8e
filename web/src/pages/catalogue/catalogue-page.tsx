import type { CatalogueItemPage } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { itemsQuery, linksQuery } from '../../api/catalogue.js'
import { useAdministers } from '../../api/people/me.js'
import { CATALOGUE_TABS, type CatalogueTab } from '../../app/search.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PageTabs } from '../../components/layout/page-tabs.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { LoadedIntegration } from '../integration/loaded-integration.js'
import classes from './catalogue.module.css'
import { ItemsTab } from './items-tab.js'
import { LinkedTab } from './linked-tab.js'
import { texts } from './texts.js'
import { UnlinkedTab } from './unlinked-tab.js'

const route = getRouteApi('/shell/ecosystem/administration/integrations/$integrationId/catalogue')

/** «Номенклатура»: which 1C items the order lines are linked to. */
export function CataloguePage() {
  const t = useTexts(texts)
  const { number } = useFormats()
  const { integrationId } = route.useParams()
  const { tab: shown = 'unlinked' } = route.useSearch()
  const navigate = route.useNavigate()
  const mayLink = useAdministers()
  const links = useQuery(linksQuery(integrationId, { state: 'unlinked', limit: 1 })).data?.counts
  const whole = useQuery(itemsQuery(integrationId, { limit: 1 })).data
  const counts: Record<CatalogueTab, number | undefined> = {
    unlinked: links?.unlinked,
    linked: links && links.linked + links.broken,
    items: whole?.counts?.current,
  }
  return (
    <LoadedIntegration id={integrationId} title={t.title}>
      {({ name }) => (
        <>
          <PageHeader
            title={t.title}
            description={
              <>
                {t.about}
                {whole?.latest && <Catalogue {...whole} latest={whole.latest} />}
              </>
            }
            back={{ link: { to: '/integrations/$integrationId', params: { integrationId } }, text: name }}
          />
          <PageTabs
            tabs={CATALOGUE_TABS}
            shown={shown}
            onChoose={tab => void navigate({ search: { tab }, resetScroll: false })}
            title={tab => (
              <>
                {t.tabs[tab]}
                {counts[tab] !== undefined && <span className="numbers"> {number(counts[tab])}</span>}
              </>
            )}
          >
            {shown === 'unlinked' && <UnlinkedTab integrationId={integrationId} mayLink={mayLink} />}
            {shown === 'linked' && <LinkedTab integrationId={integrationId} mayLink={mayLink} />}
            {shown === 'items' && <ItemsTab integrationId={integrationId} />}
          </PageTabs>
        </>
      )}
    </LoadedIntegration>
  )
}

/** What the catalogue holds, and the last file of it. */
function Catalogue({
  counts,
  priceTypes,
  latest: { name, receivedAt, exchangeId, whole },
}: CatalogueItemPage & { latest: NonNullable<CatalogueItemPage['latest']> }) {
  const t = useTexts(texts).holds
  const { number, shortTime } = useFormats()
  const items = counts?.current ?? 0
  return (
    <p className={classes.holds}>
      {t.items(items, number(items))}
      {priceTypes ? `, ${t.prices(priceTypes)}` : ''}.{' '}
      <Link to="/exchanges/$exchangeId" params={{ exchangeId: String(exchangeId) }}>
        {t.latest(name, whole, shortTime(receivedAt))}
      </Link>
    </p>
  )
}
