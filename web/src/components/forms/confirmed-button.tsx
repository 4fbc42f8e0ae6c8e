import { Button } from '@mantine/core'
import type { QueryKey } from '@tanstack/react-query'
import { useAction } from '../../hooks/use-action.js'
import { useConfirm } from './confirm.js'
import type { Question } from './confirm-dialog.js'

interface Props {
  label: string
  /** Accessible name: the label with its subject, because a table has such a button in every row. */
  name: string
  question: Question
  act: () => Promise<unknown>
  renews: QueryKey
  done: string
}

/** A button in a table row that asks for confirmation before something irreversible. */
export function ConfirmedButton({ label, name, question, act: action, renews, done }: Props) {
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [renews] })

  async function ask() {
    if (await confirm({ ...question, danger: true })) await act(action, done)
  }

  return (
    <Button
      size="compact-sm"
      my={-3}
      variant="default"
      aria-label={name}
      loading={busy}
      onClick={() => void ask()}
    >
      {label}
    </Button>
  )
}
