import type { Company } from '@obmen/contract/rest'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { TwoLines } from '../../components/layout/two-lines.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './companies.module.css'
import { CompanyActions } from './company-actions.js'
import { texts } from './texts.js'

interface Props {
  companies: Company[]
  stale: boolean
  /** Absent: read-only. */
  onEdit: ((company: Company) => void) | undefined
}

export function CompaniesTable({ companies, stale, onEdit }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const columns: Column<Company>[] = [
    {
      id: 'name',
      title: t.columns.name,
      onCard: 'title',
      fixed: true,
      cell: company => <Name company={company} />,
    },
    {
      id: 'inn',
      title: t.columns.inn,
      cell: ({ inn }) => <span className={`mono ${classes.whole}`}>{inn}</span>,
    },
    {
      id: 'kpp',
      title: t.columns.kpp,
      cell: ({ kpp }) => (kpp === null ? '—' : <span className={`mono ${classes.whole}`}>{kpp}</span>),
    },
    {
      id: 'integrations',
      title: t.columns.integrations,
      align: 'end',
      cell: ({ integrationCount }) => number(integrationCount),
    },
    { id: 'orders', title: t.columns.orders, align: 'end', cell: company => <Orders company={company} /> },
    ...(onEdit === undefined ? [] : [actionsWith(onEdit)]),
  ]
  return (
    <DataTable
      list="companies"
      label={t.title}
      columns={columns}
      rows={companies}
      rowKey={({ id }) => id}
      stale={stale}
    />
  )

  function actionsWith(edit: (company: Company) => void): Column<Company> {
    return {
      id: 'actions',
      title: t.columns.actions,
      align: 'end',
      width: '1%',
      onCard: 'corner',
      fixed: true,
      cell: company => <CompanyActions company={company} onEdit={() => edit(company)} />,
    }
  }
}

function Name({ company: { name, inn, notes } }: { company: Company }) {
  const t = useTexts(texts)
  return (
    <>
      <span className={classes.name}>
        <TwoLines>{name}</TwoLines>
      </span>
      {notes.map(note => (
        <div key={note} className={classes.note}>
          <IconAlertTriangle size={15} aria-hidden="true" />
          <span>{t.innChecksum(inn)}</span>
        </div>
      ))}
    </>
  )
}

function Orders({ company: { id, name, orderCount } }: { company: Company }) {
  const t = useTexts(texts)
  const { number } = useFormats()
  if (orderCount === 0) return number(0)
  return (
    <Link
      className={classes.link}
      to="/orders"
      search={{ companyId: id }}
      aria-label={t.ordersOf(number(orderCount), name)}
    >
      {number(orderCount)}
    </Link>
  )
}
