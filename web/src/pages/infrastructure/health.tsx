import { Alert } from '@mantine/core'
import type { System } from '@obmen/contract/rest'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTexts } from '../../texts/language.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

export function Health({ system }: { system: System }) {
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
