import type { UseFormReturnType } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import { fieldErrors } from '../api/request/problem.js'
import { useFailureText } from '../components/layout/failure-text.js'

/**
 * Sends a form. What the server says of a field goes to the field; anything else is `failure`, to be told above the buttons.
 * `busy` until the answer came.
 */
export function useSubmit<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<unknown>,
): { submit: (event?: FormEvent<HTMLFormElement>) => void; busy: boolean; failure: string | undefined } {
  const failureText = useFailureText()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = form.onSubmit(async values => {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await send(values)
    } catch (error) {
      const atFields = fieldErrors(error, Object.keys(values))
      form.setErrors(atFields)
      const [first] = Object.keys(atFields)
      if (first === undefined) setFailure(failureText(error))
      else form.getInputNode(first)?.focus()
    } finally {
      setBusy(false)
    }
  })
  return { submit, busy, failure }
}
