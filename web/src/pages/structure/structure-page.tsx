import { Group, Text } from '@mantine/core'
import type { Place } from '@obmen/contract/rest'
import { IconSearchOff, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { placesQuery } from '../../api/current-location.js'
import type { PageSearch } from '../../app/search.js'
import { SearchBar, SearchField } from '../../components/filters/search-field.js'
import { CopyButton } from '../../components/forms/copy.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { ShortTime } from '../../components/relative-time.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/administration/structure')
const ROWS = 50

/** «Структура объектов»: the places named in orders. */
export function StructurePage() {
  const t = useTexts(texts)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { q, cursor } = search
  const query = useQuery(placesQuery({ q, cursor, limit: ROWS }))

  function change(changed: PageSearch) {
    void navigate({ search: { q, ...changed }, replace: 'q' in changed, resetScroll: false })
  }

  return (
    <>
      <PageHeader title={t.title} description={t.about} />
      {(q !== undefined || (query.data?.items.length ?? 0) > 0) && (
        <SearchBar>
          <SearchField
            label={t.searchLabel}
            placeholder={t.searchPlaceholder}
            value={q}
            onChange={text => change({ q: text })}
          />
        </SearchBar>
      )}
      <Listed
        query={query}
        keepScroll
        empty={
          q === undefined ? (
            <Empty icon={IconSitemap} title={t.emptyTitle} text={t.empty} />
          ) : (
            <Empty
              icon={IconSearchOff}
              title={t.nothingTitle}
              text={t.nothing(q)}
              reset={{ text: t.reset, onClick: () => change({ q: undefined }) }}
            />
          )
        }
      >
        {(items, stale) => (
          <>
            <PlacesTable places={items} stale={stale} />
            <Text size="sm" c="dimmed" mt="sm">
              {t.counted}
            </Text>
          </>
        )}
      </Listed>
    </>
  )
}

function PlacesTable({ places, stale }: { places: Place[]; stale: boolean }) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const columns: Column<Place, typeof t.columns>[] = [
    { id: 'name', onCard: 'title', cell: ({ name }) => <b>{name}</b> },
    {
      id: 'id',
      cell: ({ id }) => (
        <Group gap={4} my={-4} wrap="nowrap">
          <span className="mono">{id}</span>
          <CopyButton value={id} what={t.id} />
        </Group>
      ),
    },
    { id: 'orders', align: 'end', cell: ({ orderCount }) => number(orderCount) },
    { id: 'last', cell: ({ lastOrderAt }) => <ShortTime at={lastOrderAt} /> },
  ]
  return <DataTable titles={t.columns} label={t.title} columns={columns} rows={places} stale={stale} />
}
