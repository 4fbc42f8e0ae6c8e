import type { UseFormReturnType } from '@mantine/form'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { fieldErrors } from '../api/request/problem.js'
import { useFailureText } from '../components/layout/loaded.js'
import { useProblemText } from '../components/refusals/use-refusal.js'
import { useNotice } from './use-notice.js'

/** A password field shows its error only by `data-invalid`. */
const WRONG_FIELD = '[aria-invalid="true"], input[data-invalid="true"]'

/**
 * Submits a form and reports the text that `send` answers. Problems go to their fields, of which the first
 * gets the focus; anything else is `failure`. What is submitted while `busy` is not sent.
 */
export function useSubmit<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<unknown>,
): {
  submit: (event?: FormEvent<HTMLFormElement>) => void
  busy: boolean
  failure: string | undefined
  forgetFailure: () => void
} {
  const failureText = useFailureText()
  const notice = useNotice()
  const problemText = useProblemText()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  /** `busy` is seen only once it is rendered: two Enters may come before. */
  const sending = useRef(false)
  const sent = useRef<HTMLFormElement>(undefined)

  useEffect(() => {
    if (Object.keys(form.errors).length === 0) return
    sent.current?.querySelector<HTMLElement>(WRONG_FIELD)?.focus()
    sent.current = undefined
  }, [form.errors])

  const submitValid = form.onSubmit(async values => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      const message = await send(values)
      if (typeof message === 'string') notice({ message })
      sent.current = undefined
    } catch (error) {
      const atFields = fieldErrors(error, Object.keys(values), problemText)
      form.setErrors(atFields)
      if (Object.keys(atFields).length === 0) setFailure(failureText(error))
    } finally {
      sending.current = false
      setBusy(false)
    }
  })
  function submit(event?: FormEvent<HTMLFormElement>): void {
    sent.current = event?.currentTarget
    submitValid(event)
  }

  return { submit, busy, failure, forgetFailure: () => setFailure(undefined) }
}
