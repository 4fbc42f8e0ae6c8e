import { Button, Group, Modal, Stack } from '@mantine/core'
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

export interface Question {
  title: string
  /** What will happen, and what will be lost. */
  text: ReactNode
  /** The button that does it: a verb. */
  action: string
  cancel?: string
  danger?: boolean
}

type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))

/** `if (await confirm({ title, text, action }))`: a dialog that answers. Escape and the cross mean no. */
export function useConfirm(): Ask {
  return use(ConfirmContext)
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useTexts(texts)
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
      <Modal
        opened={opened}
        onClose={() => close(false)}
        title={question?.title}
        size="md"
        zIndex={300}
        closeButtonProps={{ 'aria-label': t.close }}
      >
        <Stack>
          <div>{question?.text}</div>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => close(false)} data-autofocus>
              {question?.cancel ?? t.cancel}
            </Button>
            <Button color={question?.danger ? 'red.9' : 'ink'} onClick={() => close(true)}>
              {question?.action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </ConfirmContext>
  )
}
