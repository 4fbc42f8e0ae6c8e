import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { LocationSummary } from '@obmen/contract/rest'
import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { locationsQuery } from '../../api/system.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

const NewLocation = lazy(() => import('./new-location.js'))

export function LocationsSection() {
  const t = useTexts(texts).locations
  const query = useQuery(locationsQuery)
  const [adding, dialog] = useDisclosure(false)
  // Its code is loaded when it is first opened.
  const [requested, setRequested] = useState(false)
  function open() {
    setRequested(true)
    dialog.open()
  }
  const addButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t.add}
    </Button>
  )
  return (
    <section aria-label={t.title}>
      <header className={classes.header}>
        <div>
          <h2 className={classes.heading}>{t.title}</h2>
          <p>{t.text}</p>
        </div>
        {addButton}
      </header>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconMapPin} title={t.emptyTitle} text={t.empty} />
          ) : (
            <LocationsTable locations={items} />
          )
        }
      </Loaded>
      {requested && (
        <Suspense fallback={null}>
          <NewLocation opened={adding} onClose={dialog.close} />
        </Suspense>
      )}
    </section>
  )
}

function LocationsTable({ locations }: { locations: LocationSummary[] }) {
  const t = useTexts(texts).locations
  const { number, date } = useFormats()
  const columns: Column<LocationSummary>[] = [
    { id: 'name', title: t.columns.name, onCard: 'title', cell: ({ name }) => <b>{name}</b> },
    { id: 'timezone', title: t.columns.timezone, cell: ({ timezone }) => timezone },
    {
      id: 'companies',
      title: t.columns.companies,
      align: 'end',
      cell: ({ companyCount }) => number(companyCount),
    },
    {
      id: 'integrations',
      title: t.columns.integrations,
      align: 'end',
      cell: ({ integrationCount }) => number(integrationCount),
    },
    { id: 'orders', title: t.columns.orders, align: 'end', cell: ({ orderCount }) => number(orderCount) },
    { id: 'owed', title: t.columns.owed, align: 'end', cell: ({ owed }) => number(owed) },
    { id: 'created', title: t.columns.created, cell: ({ createdAt }) => date(createdAt) },
  ]
  return <DataTable label={t.title} columns={columns} rows={locations} rowKey={({ id }) => id} />
}
