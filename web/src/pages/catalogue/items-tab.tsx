import type { CatalogueItem } from '@obmen/contract/rest'
import { IconPackages, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { groupsQuery, itemsQuery } from '../../api/catalogue.js'
import { FilterBar, FilterSelect } from '../../components/filters/filter-bar.js'
import { SearchField } from '../../components/filters/search-field.js'
import { failureOf } from '../../components/filters/select-props.js'
import { texts as filters } from '../../components/filters/texts.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { Status, type Tone } from '../../components/status.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { ItemName } from './item-name.js'
import { ROUBLE, texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/administration/integrations/$integrationId/catalogue')
const ROWS = 50
const STATES = ['current', 'deleted', 'gone'] as const
const TONES: Readonly<Record<CatalogueItem['state'], Tone>> = {
  current: 'green',
  deleted: 'amber',
  gone: 'red',
}

/** «Каталог 1С»: the catalogue as the 1C uploaded it. */
export function ItemsTab({ integrationId }: { integrationId: string }) {
  const t = useTexts(texts)
  const { reset } = useTexts(filters)
  const { q, group, state, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(itemsQuery(integrationId, { q, group, state, limit: ROWS, cursor }))
  const loaded = useQuery(groupsQuery(integrationId))
  const groups = loaded.data?.items ?? []
  const set = (changes: { q?: string | undefined; group?: string | undefined; state?: typeof state }): void =>
    void navigate({ search: { tab: 'items', q, group, state, ...changes }, replace: true })
  const clear = (): void => set({ q: undefined, group: undefined, state: undefined })
  const filtered = q !== undefined || group !== undefined || state !== undefined
  return (
    <>
      <FilterBar
        search={<SearchField label={t.search.items} value={q} onChange={text => set({ q: text })} />}
        count={Number(group !== undefined) + Number(state !== undefined)}
        onReset={() => set({ group: undefined, state: undefined })}
      >
        {(groups.length > 0 || group !== undefined || loaded.isError) && (
          <FilterSelect
            label={t.items.group}
            value={group}
            onChange={value => set({ group: value })}
            options={groups.map(({ groupId, name, items }) => ({
              value: groupId,
              label: name,
              detail: String(items),
            }))}
            failure={failureOf(loaded)}
          />
        )}
        <FilterSelect
          label={t.items.state}
          value={state}
          onChange={value => set({ state: STATES.find(one => one === value) })}
          options={STATES.map(value => ({ value, label: t.items.states[value] }))}
        />
      </FilterBar>
      <Listed
        query={query}
        empty={
          filtered ? (
            <Empty
              icon={IconSearchOff}
              title={t.nothing}
              text={t.nothingText}
              reset={{ text: reset, onClick: clear }}
            />
          ) : (
            <Empty icon={IconPackages} title={t.noCatalogue} text={t.noCatalogueText} />
          )
        }
      >
        {(items, stale) => <Items items={items} stale={stale} />}
      </Listed>
    </>
  )
}

function Items({ items, stale }: { items: readonly CatalogueItem[]; stale: boolean }) {
  const { columns: titles, withoutVat, items: t } = useTexts(texts)
  const { money } = useFormats()
  const price = ({ prices: [first] }: CatalogueItem): string => {
    if (!first) return ''
    const amount = /^-?\d+(\.\d{1,2})?$/.test(first.price) ? first.price : undefined
    const [whole, kopecks = ''] = (amount ?? '').split('.')
    if (amount === undefined) return first.price
    return money(`${whole}.${kopecks.padEnd(2, '0')}`, currencyOf(first.currency))
  }
  const columns: Column<CatalogueItem, typeof titles>[] = [
    {
      id: 'item',
      onCard: 'title',
      cell: item =>
        item.lineIds.length === 0 ? (
          <ItemName item={item} />
        ) : (
          <ItemName item={item} more={t.linkedTo(item.lineIds.join(', '))} />
        ),
    },
    { id: 'unit', cell: ({ unit }) => unit?.name ?? unit?.code ?? '' },
    { id: 'vat', cell: ({ vat }) => (vat === 'none' ? withoutVat : vat ? `${vat} %` : '') },
    { id: 'price', align: 'end', cell: price },
    { id: 'stock', align: 'end', cell: ({ quantity }) => quantity ?? '' },
    {
      id: 'state',
      onCard: 'plain',
      cell: ({ state }) => <Status tone={TONES[state]}>{t.states[state]}</Status>,
    },
  ]
  return (
    <DataTable
      titles={titles}
      label={t.table}
      columns={columns}
      rows={items}
      rowKey={({ itemId }) => itemId}
      stale={stale}
      wide
    />
  )
}

function currencyOf(currency: string | null): string {
  return currency === null || ROUBLE.test(currency) ? 'RUB' : currency
}
