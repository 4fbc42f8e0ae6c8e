import type { Task } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useKeptRows } from '../../hooks/use-kept-rows.js'
import { useTexts } from '../../texts/language.js'
import { useSentences } from '../findings/use-sentences.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { OrderNumber } from '../orders/order-number.js'
import { ShortTime } from '../relative-time.js'
import { TaskDone } from './task-done.js'
import { texts } from './texts.js'

/** Tasks with what to do about each, and a button to mark them done. */
export function TasksTable({ tasks, stale }: { tasks: Task[]; stale: boolean }) {
  const t = useTexts(texts)
  const sentences = useSentences()
  const { rows, keep, leave, isKept } = useKeptRows(tasks, ({ id }) => id)
  const among = [...new Set(rows.map(({ orderId }) => orderId))]
  const columns: Column<Task, typeof t.columns>[] = [
    {
      id: 'order',
      onCard: 'title',
      width: '120px',
      cell: ({ orderId, number }) => <OrderNumber id={orderId} number={number ?? orderId} among={among} />,
    },
    { id: 'task', cell: task => sentences.task(task) },
    {
      id: 'where',
      width: '210px',
      cell: ({ integrationId, integrationName, companyName }) => (
        <>
          <Link to="/integrations/$integrationId" params={{ integrationId }}>
            {integrationName}
          </Link>
          <br />
          {companyName}
        </>
      ),
    },
    { id: 'created', width: '140px', cell: ({ createdAt }) => <ShortTime at={createdAt} /> },
    {
      id: 'done',
      width: '150px',
      cell: task => <TaskDone task={task} kept={isKept(task)} onChange={task => keep([task])} />,
    },
  ]
  return (
    <div onPointerLeave={leave}>
      <DataTable titles={t.columns} label={t.table} columns={columns} rows={rows} stale={stale} wide />
    </div>
  )
}
