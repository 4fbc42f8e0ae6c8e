import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts/language.js'
import { Window } from '../layout/window.js'
import { texts } from '../texts.js'

export interface Question {
  title: string
  text: ReactNode
  action: string
  cancel?: string
  danger?: boolean
}

interface Props {
  question: Question
  opened: boolean
  onAnswer: (yes: boolean) => void
}

export default function ConfirmDialog({ question, opened, onAnswer }: Props) {
  const t = useTexts(texts)
  return (
    <Window opened={opened} onClose={() => onAnswer(false)} title={question.title} size="md" zIndex={300}>
      <Stack>
        <div>{question.text}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onAnswer(false)} data-autofocus>
            {question.cancel ?? t.cancel}
          </Button>
          <Button color={question.danger ? 'red.9' : 'ink'} onClick={() => onAnswer(true)}>
            {question.action}
          </Button>
        </Group>
      </Stack>
    </Window>
  )
}
