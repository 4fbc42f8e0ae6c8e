import { Button } from '@mantine/core'
import type { Task } from '@obmen/contract/rest'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { finishTask, reopenTask } from '../../api/findings.js'
import { useAction } from '../../hooks/use-action.js'
import { useTakeBack } from '../../hooks/use-take-back.js'
import { hasText } from '../../texts/catalogue.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts as documentTexts } from '../../texts/texts-documents.js'
import { ShortTime } from '../relative-time.js'
import { texts } from './texts.js'

interface Props {
  task: Task
  /** It is here only so that no other slides into its place: nothing can be pressed. */
  kept: boolean
  onChange: (task: Task) => void
}

/** One that settled itself can be marked, too; one that a person marked can be opened again. */
export function TaskDone({ task, kept, onChange }: Props) {
  const t = useTexts(texts)
  const renews = [['tasks'], ['attention'], ['orders', task.orderId]]
  const { act, busy } = useAction({ renews })
  // «Вернуть» may be pressed while the lists are still read again after the act that it takes back.
  const { act: takenBack } = useAction({ renews, overlapping: true })
  const takeBack = useTakeBack()
  const { id, state, doneAt, doneBy, orderId, settledBy } = task
  const settled = state === 'done' && doneBy === null
  const number = task.number ?? orderId
  const reopen = (by = act) => by(async () => onChange(await reopenTask(id)), t.reopened)
  const finish = () =>
    act(async () => {
      onChange(await finishTask(id))
      void takeBack(t.finished).then(back => (back ? reopen(takenBack) : undefined))
    })
  if (kept)
    return (
      <Button size="xs" variant="default" disabled leftSection={<IconCheck size={15} />}>
        {state === 'done' ? t.finish : t.reopen}
      </Button>
    )
  return (
    <>
      {doneAt !== null && <ShortTime at={doneAt} />}
      {state === 'done' && (
        <>
          <br />
          {doneBy ?? t.byItself}
          {settledBy && <SettledBy document={settledBy} />}
          <br />
        </>
      )}
      {(state === 'open' || settled) && (
        <Button
          size={settled ? 'compact-xs' : 'xs'}
          variant="default"
          loading={busy}
          leftSection={<IconCheck size={15} />}
          aria-label={(settled ? t.finishSettledOf : t.finishOf)(number)}
          onClick={() => void finish()}
        >
          {settled ? t.finishSettled : t.finish}
        </Button>
      )}
      {state === 'done' && !settled && (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          leftSection={<IconArrowBackUp size={15} />}
          aria-label={t.reopenOf(number)}
          onClick={() => void reopen()}
        >
          {t.reopen}
        </Button>
      )}
    </>
  )
}

/** «: оплата картой № 5 от 30.11.2026»: the document in 1C by which the task settled itself. */
function SettledBy({ document: { kind, number, date } }: { document: NonNullable<Task['settledBy']> }) {
  const t = useTexts(texts)
  const { kinds } = useTexts(documentTexts)
  const { day } = useFormats()
  const name = hasText(kind, kinds) ? kinds[kind] : kind
  return t.settledBy(name, number, date && day(date.slice(0, 10)))
}
