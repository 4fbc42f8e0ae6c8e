import { useQuery } from '@tanstack/react-query'
import { orderTasksQuery } from '../../../api/orders.js'
import { useSentences } from '../../../components/findings/use-sentences.js'
import { FailureLine } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { TaskDone } from '../../../components/tasks/task-done.js'
import { useKeptRows } from '../../../hooks/use-kept-rows.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from '../texts.js'
import classes from './tasks.module.css'

/** What a person must do in 1C about the order; hidden while there is nothing. */
export function OrderTasks({ id }: { id: string }) {
  const t = useTexts(texts).tasks
  const sentences = useSentences()
  const query = useQuery(orderTasksQuery(id))
  const { rows, keep, leave, isKept } = useKeptRows(query.data?.items ?? [], task => task.id)
  if (query.isError) return <FailureLine title={t.failed} query={query} />
  if (rows.length === 0) return null
  return (
    <div className={classes.tasks} onPointerLeave={leave}>
      <Section title={t.title}>
        <ul className={classes.list}>
          {rows.map(task => (
            <li key={task.id} data-kept={isKept(task) || undefined}>
              <span>
                {task.integrationName}: {sentences.task(task)}
              </span>
              <TaskDone task={task} kept={isKept(task)} onChange={changed => keep([changed])} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
