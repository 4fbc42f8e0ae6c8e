import { Alert, Button, Group, SegmentedControl } from '@mantine/core'
import type { CatalogueLink } from '@obmen/contract/rest'
import { IconAlertTriangle, IconLink, IconSearchOff, IconUnlink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { linksQuery } from '../../api/catalogue.js'
import { SearchBar, SearchField } from '../../components/filters/search-field.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { Status } from '../../components/status.js'
import { useTexts } from '../../texts/language.js'
import { ItemName } from './item-name.js'
import { LinesTable } from './lines-table.js'
import { texts } from './texts.js'
import { type LinesProps, type Linking, useLinking } from './use-linking.js'

const route = getRouteApi('/shell/ecosystem/administration/integrations/$integrationId/catalogue')
const ROWS = 50

/** «Связаны»: lines and their items; links whose item is lost are listed separately. */
export function LinkedTab({ integrationId, mayLink }: { integrationId: string; mayLink: boolean }) {
  const t = useTexts(texts)
  const { q, lost, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const state = lost ? 'broken' : 'linked'
  const query = useQuery(linksQuery(integrationId, { state, q, limit: ROWS, cursor }))
  const broken = query.data?.counts.broken ?? 0
  return (
    <>
      {broken > 0 && !lost && (
        <Alert color="yellow" variant="light" mb="md" icon={<IconAlertTriangle size={18} />}>
          <Group gap="sm">
            <span>{t.linked.lost(broken)}</span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void navigate({ search: { tab: 'linked', lost: true } })}
            >
              {t.linked.showLost}
            </Button>
          </Group>
        </Alert>
      )}
      <SearchBar>
        <SearchField
          label={t.search.lines}
          value={q}
          onChange={text => void navigate({ search: { tab: 'linked', lost, q: text }, replace: true })}
        />
        <SegmentedControl
          aria-label={t.linked.shown}
          data={[
            { value: 'linked', label: t.linked.all },
            { value: 'broken', label: t.linked.broken },
          ]}
          value={state}
          onChange={value =>
            void navigate({ search: { tab: 'linked', q, lost: value === 'broken' ? true : undefined } })
          }
        />
      </SearchBar>
      <Listed
        query={query}
        empty={
          q !== undefined ? (
            <Empty icon={IconSearchOff} title={t.nothing} text={t.nothingText} />
          ) : (
            <Empty
              icon={IconLink}
              title={lost ? t.linked.noneBroken : t.linked.none}
              text={lost ? t.linked.noneBrokenText : t.linked.noneText}
            />
          )
        }
      >
        {(items, stale) => (
          <Links integrationId={integrationId} lines={items} mayLink={mayLink} stale={stale} />
        )}
      </Listed>
    </>
  )
}

function Links({ integrationId, lines, mayLink, stale }: LinesProps) {
  const t = useTexts(texts).linked
  const linking = useLinking({ integrationId, lines })
  return (
    <LinesTable
      integrationId={integrationId}
      label={t.table}
      linking={linking}
      item={{ id: 'item', cell: link => <Item link={link} /> }}
      actions={mayLink ? link => <Actions link={link} linking={linking} /> : undefined}
      stale={stale}
    />
  )
}

function Item({ link: { item, state, differs } }: { link: CatalogueLink }) {
  const { items, linked: t } = useTexts(texts)
  return (
    <div>
      {item && <ItemName item={item} />}
      {state === 'broken' && item && (
        <Status tone={item.state === 'gone' ? 'red' : 'amber'}>{items.states[item.state]}</Status>
      )}
      {differs.map(what => (
        <Status key={what} tone="amber">
          {t.differs[what]}
        </Status>
      ))}
    </div>
  )
}

function Actions({ link, linking }: { link: CatalogueLink; linking: Linking }) {
  const t = useTexts(texts).linked
  const name = link.name ?? link.lineId
  const disabled = linking.busy || linking.isKept(link)
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        disabled={disabled}
        leftSection={<IconUnlink size={15} />}
        aria-label={t.unlinkOf(name)}
        onClick={() => void linking.change([{ link, itemId: null }])}
      >
        {t.unlink}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={disabled}
        aria-label={t.relinkOf(name)}
        onClick={() => linking.choose(link)}
      >
        {t.relink}
      </Button>
    </Group>
  )
}
