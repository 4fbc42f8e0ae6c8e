import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { useLeaveGuard } from '../../hooks/use-leave-guard.js'
import type { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { FormFailure } from '../layout/loaded.js'
import { Window } from '../layout/window.js'
import { texts } from '../texts.js'
import { CopyField } from './copy.js'
import classes from './form-modal.module.css'

interface Props {
  opened: boolean
  onClose: () => void
  title: string
  wide?: boolean
  /** The form, created at every opening: a FormModalBody, or a ShownOnce in its place. */
  children: ReactNode
}

const nothing = () => undefined
const Around = createContext<{
  close: () => void
  setChanged: (changed: boolean) => void
  setStays: (stays: boolean) => void
}>({ close: nothing, setChanged: nothing, setStays: nothing })

/** Closes the FormModal that the caller is in. */
export function useCloseForm(): () => void {
  return use(Around).close
}

/** A form in a dialog. Cross, Escape and leaving ask before discarding changes; «Отменить» does not. */
export function FormModal({ opened, onClose, title, wide = false, children }: Props) {
  const t = useTexts(texts)
  const [changed, setChanged] = useState(false)
  const [stays, setStays] = useState(false)
  // A dialog reopened while fading out must not show its old content.
  const [openings, setOpenings] = useState({ opened, count: 0 })
  if (opened !== openings.opened) setOpenings({ opened, count: openings.count + (opened ? 1 : 0) })

  const ask = useLeaveGuard(opened && (changed || stays), stays ? t.leave.once : undefined)

  async function dismiss() {
    if (!changed || (await ask())) onClose()
  }

  return (
    <Window
      opened={opened}
      onClose={() => void dismiss()}
      title={title}
      wide={wide}
      closeOnClickOutside={false}
      closeOnEscape={!stays}
      withCloseButton={!stays}
    >
      {/* A form that fades out, sent, must not be sent again. */}
      <div key={openings.count} inert={!opened}>
        <Around value={{ close: onClose, setChanged, setStays }}>{children}</Around>
      </div>
    </Window>
  )
}

interface BodyProps {
  /** Closing would lose something. */
  changed?: boolean
  sending: ReturnType<typeof useSubmit>
  failure?: string | undefined
  action: string
  beside?: ReactNode
  children: ReactNode
}

export function FormModalBody({ changed = false, sending, failure, ...shown }: BodyProps) {
  const { action, beside, children } = shown
  const { close, setChanged } = use(Around)
  useEffect(() => {
    setChanged(changed)
    return () => setChanged(false)
  }, [changed, setChanged])
  const t = useTexts(texts)
  return (
    <form onSubmit={sending.submit} noValidate>
      <Stack>
        {children}
        <FormFailure text={failure ?? sending.failure} />
        <div className={beside === undefined ? undefined : classes.footer}>
          {beside}
          <Group justify="flex-end" ml="auto">
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={sending.busy}>
              {action}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  )
}

interface ShownOnceProps {
  title: string
  /** Explains that it won't be shown again, and what to do with it. */
  text: string
  label: string
  value: string
  done: string
  /** The value drawn in another way. */
  children?: ReactNode
}

/** A new secret in place of the form that requested it, focused, so that screen readers read it. */
export function ShownOnce({ title, text, label, value, done, children }: ShownOnceProps) {
  const { close, setStays } = use(Around)
  const box = useRef<HTMLDivElement>(null)
  // It could not be shown again.
  useEffect(() => {
    setStays(true)
    return () => setStays(false)
  }, [setStays])
  useEffect(() => box.current?.focus(), [])
  return (
    <Stack ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      <Alert color="teal" variant="light" role="status" icon={<IconCircleCheck size={18} />} title={title}>
        {text}
      </Alert>
      {children ?? <CopyField label={label} value={value} />}
      <Group justify="flex-end">
        <Button onClick={close}>{done}</Button>
      </Group>
    </Stack>
  )
}
