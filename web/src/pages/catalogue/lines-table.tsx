import type { CatalogueLink } from '@obmen/contract/rest'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { ChooseItem } from './choose-item.js'
import { LineName } from './item-name.js'
import { texts } from './texts.js'
import type { Linking } from './use-linking.js'

interface Props {
  integrationId: string
  label: string
  linking: Linking
  /** Of the item that the line has, or may get. */
  item: { id: 'item' | 'suggestion'; cell: (line: CatalogueLink) => ReactNode }
  /** Undefined: the person only reads. */
  actions: ((line: CatalogueLink) => ReactNode) | undefined
  /** Chooses several lines. */
  choice?: ((line: CatalogueLink) => ReactNode) | undefined
  stale: boolean
}

/** Lines of orders with their items; one that was changed keeps its place until the pointer leaves. */
export function LinesTable({ integrationId, label, linking, item, actions, choice, stale }: Props) {
  const { columns: titles } = useTexts(texts)
  const { number } = useFormats()
  const columns: Column<CatalogueLink, typeof titles>[] = [
    { id: 'line', onCard: 'title', cell: link => <LineName link={link} /> },
    item,
    { id: 'uses', align: 'end', width: '100px', cell: ({ uses }) => number(uses) },
  ]
  if (choice) columns.unshift({ id: 'choose', onCard: 'corner', width: '64px', cell: choice })
  if (actions) columns.push({ id: 'action', onCard: 'plain', cell: actions })
  return (
    <>
      <div onPointerLeave={linking.leave}>
        <DataTable
          titles={titles}
          label={label}
          columns={columns}
          rows={linking.rows}
          rowKey={({ lineId }) => lineId}
          stale={stale}
          wide
        />
      </div>
      <ChooseItem integrationId={integrationId} linking={linking} />
    </>
  )
}
