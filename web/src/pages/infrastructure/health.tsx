import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTexts } from '../../texts/language.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

export function Health({ problems }: { problems: string[] }) {
  const t = useTexts(texts).health
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
      <ul className={classes.problems} lang="ru">
        {problems.map(problem => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Alert>
  )
}
