import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useRef, useState } from 'react'
import type { Question } from './confirm-dialog.js'

const ConfirmDialog = lazy(() => import('./confirm-dialog.js'))

type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))

/** `if (await confirm({ title, text, action }))`: a dialog that answers. Escape and the cross mean no. */
export function useConfirm(): Ask {
  return use(ConfirmContext)
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question>()
  const [opened, setOpened] = useState(false)
  const answer = useRef<(yes: boolean) => void>(() => {})

  const ask = useCallback<Ask>(asked => {
    answer.current(false)
    setQuestion(asked)
    setOpened(true)
    return new Promise(resolve => {
      answer.current = resolve
    })
  }, [])

  function close(yes: boolean) {
    setOpened(false)
    answer.current(yes)
  }

  return (
    <ConfirmContext value={ask}>
      {children}
      {question && (
        <Suspense fallback={null}>
          <ConfirmDialog question={question} opened={opened} onAnswer={close} />
        </Suspense>
      )}
    </ConfirmContext>
  )
}
