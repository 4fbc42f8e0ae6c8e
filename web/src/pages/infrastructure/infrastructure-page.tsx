import { Alert } from '@mantine/core'
import type { System } from '@obmen/contract/rest'
import { meaningOfVariable } from '@obmen/contract/variables'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { systemQuery } from '../../api/system.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PeoplePanel } from '../../components/people/people-panel.js'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import { Facts } from './facts.js'
import classes from './infrastructure.module.css'
import { LocationsSection } from './locations-section.js'
import { texts } from './texts.js'

/** «Управление инфраструктурой»: the server and its locations, for whoever runs it. */
export function InfrastructurePage() {
  const t = useTexts(texts)
  const query = useQuery(systemQuery)
  const version = query.data?.version
  return (
    <>
      <PageHeader title={t.title} description={version === undefined ? undefined : t.about(version)} />
      <div className={classes.page}>
        <Loaded query={query}>
          {system => (
            <>
              <Health system={system} />
              <Facts system={system} />
            </>
          )}
        </Loaded>
        <LocationsSection />
        <PeoplePanel of="system-operator" />
        {query.data && (
          <section aria-label={t.limits.title}>
            <header className={classes.header}>
              <div>
                <h2 className={classes.heading}>{t.limits.title}</h2>
                <p>{t.limits.text}</p>
              </div>
            </header>
            <LimitsTable limits={query.data.limits} />
          </section>
        )}
      </div>
    </>
  )
}

function Health({ system }: { system: System }) {
  const t = useTexts(texts).health
  const { problemCodes: problems, database, disk } = system
  if (problems.length === 0)
    return (
      <Alert color="teal" variant="light" role="status" icon={<IconCircleCheck size={18} />} title={t.good}>
        {t.checked}
      </Alert>
    )
  return (
    <Alert
      color="yellow"
      variant="light"
      role="status"
      icon={<IconAlertTriangle size={18} />}
      title={t.bad(problems.length)}
    >
      <ul className={classes.problems}>
        {problems.map(problem => (
          <li key={problem}>
            {problem === 'pending-migrations'
              ? t.migrations(database.pendingMigrations.join(', '))
              : problem === 'little-disk'
                ? t.disk(disk?.path ?? '')
                : t.publicUrl}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

type Variable = System['limits'][number]

/** The variables of the server's environment, changed ones first. */
function LimitsTable({ limits }: { limits: Variable[] }) {
  const t = useTexts(texts).limits
  const { language } = useLanguage()
  const { bytes } = useFormats()
  const inUnits = ({ value, unit }: Variable): string => {
    if (value === '') return t.unset
    if (unit === 'bytes') return bytes(Number(value))
    return unit === 'none' ? value : t.units[unit](Number(value))
  }
  const columns: Column<Variable>[] = [
    {
      id: 'name',
      title: t.name,
      width: '36%',
      onCard: 'title',
      cell: ({ name }) => <span className="mono">{name}</span>,
    },
    {
      id: 'value',
      title: t.value,
      align: 'end',
      cell: variable => (variable.changed ? <strong>{inUnits(variable)}</strong> : inUnits(variable)),
    },
    {
      id: 'meaning',
      title: t.meaning,
      cell: ({ name, meaning }) => <Meaning text={meaningOfVariable(name)?.[language] ?? meaning} />,
    },
  ]
  const rows = [...limits].sort((one, other) => Number(other.changed) - Number(one.changed))
  return <DataTable label={t.title} columns={columns} rows={rows} rowKey={({ name }) => name} />
}

/** Identifiers are between backticks. */
function Meaning({ text }: { text: string }) {
  return (
    <span>
      {text.split('`').map((piece, place) =>
        place % 2 === 0 ? (
          piece
        ) : (
          <span key={piece} className="mono">
            {piece}
          </span>
        ),
      )}
    </span>
  )
}
