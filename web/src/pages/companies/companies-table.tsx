import { ActionIcon, Menu } from '@mantine/core'
import type { Company } from '@obmen/contract/rest'
import { IconAlertTriangle, IconArchive, IconArchiveOff, IconDots, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { patchCompany } from '../../api/companies.js'
import { useConfirm } from '../../components/forms/confirm.js'
import { type Column, DataTable, TwoLines } from '../../components/layout/data-table.js'
import { useAction } from '../../hooks/use-action.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './companies.module.css'
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
  const columns: Column<Company, typeof t.columns>[] = [
    { id: 'name', onCard: 'title', fixed: true, cell: company => <Name company={company} /> },
    { id: 'inn', cell: ({ inn }) => <span className={`mono ${classes.whole}`}>{inn}</span> },
    {
      id: 'kpp',
      cell: ({ kpp }) => (kpp === null ? '—' : <span className={`mono ${classes.whole}`}>{kpp}</span>),
    },
    { id: 'integrations', align: 'end', cell: ({ integrationCount }) => number(integrationCount) },
    { id: 'orders', align: 'end', cell: company => <Orders company={company} /> },
    ...(onEdit === undefined ? [] : [actionsWith(onEdit)]),
  ]
  return (
    <DataTable
      titles={t.columns}
      list="companies"
      label={t.title}
      columns={columns}
      rows={companies}
      stale={stale}
    />
  )

  function actionsWith(edit: (company: Company) => void): Column<Company, typeof t.columns> {
    return {
      id: 'actions',
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

function CompanyActions({ company, onEdit }: { company: Company; onEdit: () => void }) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['companies']] })
  const { id, name, archived, orderCount, version } = company

  async function toggleArchived() {
    const { title, text, action } = t.archiveQuestion
    const question = { title: title(name), text: text(orderCount, number(orderCount)), action }
    if (!archived && !(await confirm(question))) return
    await act(
      () => patchCompany(id, version, { archived: !archived }),
      archived ? t.unarchived(name) : t.archived(name),
    )
  }

  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" my={-4} aria-label={t.actionsOf(name)} loading={busy}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {t.edit}
        </Menu.Item>
        <Menu.Item
          leftSection={archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
          onClick={() => void toggleArchived()}
        >
          {archived ? t.fromArchive : t.toArchive}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
