import { Button, Group, PasswordInput, Skeleton, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useClipboard } from '@mantine/hooks'
import type { SecondFactorSecret } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { meQuery } from '../../api/people/me.js'
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  secondFactorQuery,
  turnOffSecondFactor,
} from '../../api/people/second-factor.js'
import { CopyField } from '../../components/forms/copy.js'
import { FormModalBody, ShownOnce, useCloseForm } from '../../components/forms/form-modal.js'
import { CodeField } from '../../components/people/code-field.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import { texts } from './texts-second-factor.js'

export type SecondFactorAction = 'turnOn' | 'renew' | 'turnOff'

const QrCode = lazy(() => import('./qr-code.js'))

/** Password (and code), then for turning on the QR code and the first code, then the recovery codes. */
export default function SecondFactorForm({ action }: { action: SecondFactorAction }) {
  const [secret, setSecret] = useState<SecondFactorSecret>()
  const [codes, setCodes] = useState<string[]>()
  if (codes) return <ShownCodes codes={codes} />
  if (secret) return <FirstCode secret={secret} onCodes={setCodes} />
  return <Proof action={action} onSecret={setSecret} onCodes={setCodes} />
}

interface ProofProps {
  action: SecondFactorAction
  onSecret: (secret: SecondFactorSecret) => void
  onCodes: (codes: string[]) => void
}

function Proof({ action, onSecret, onCodes }: ProofProps) {
  const all = useTexts(texts)
  const t = all[action]
  const close = useCloseForm()
  const refresh = useRefresh()
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: {
      password: value => (value === '' ? all.passwordNeeded : null),
      code: value => (action !== 'turnOn' && value.trim() === '' ? all.codeNeeded : null),
    },
  })
  const sending = useSubmit(form, async ({ password, code }) => {
    if (action === 'turnOn') return onSecret(await beginSecondFactor(password))
    if (action === 'renew') onCodes(await renewRecoveryCodes(password, code))
    else await turnOffSecondFactor(password, code)
    await refresh()
    if (action === 'renew') return undefined
    close()
    return all.isOff
  })
  return (
    <FormModalBody changed={form.isDirty()} sending={sending} action={t.submit}>
      <Text c="dimmed">{t.text}</Text>
      <PasswordInput
        label={all.password}
        autoComplete="current-password"
        required
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': all.showCharacters, tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      {action !== 'turnOn' && <CodeField field={form.getInputProps('code')} autoFocus={false} />}
    </FormModalBody>
  )
}

interface FirstCodeProps {
  secret: SecondFactorSecret
  onCodes: (codes: string[]) => void
}

function FirstCode({ secret, onCodes }: FirstCodeProps) {
  const t = useTexts(texts)
  const refresh = useRefresh()
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: value => (value.trim() === '' ? t.codeNeeded : null) },
  })
  const sending = useSubmit(form, async ({ code }) => {
    onCodes(await confirmSecondFactor(code))
    await refresh()
  })
  return (
    <FormModalBody changed sending={sending} action={t.turnOn.confirm}>
      <Text c="dimmed">{t.scan}</Text>
      <div className={classes.qr}>
        <Suspense fallback={<Skeleton height={200} width={200} />}>
          <QrCode text={secret.uri} label={t.qr} />
        </Suspense>
      </div>
      <CopyField label={t.secret} description={t.secretHelp} value={secret.secret} />
      <TextInput
        label={t.firstCode}
        description={t.firstCodeHelp}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        autoFocus
        {...form.getInputProps('code')}
      />
    </FormModalBody>
  )
}

function ShownCodes({ codes }: { codes: readonly string[] }) {
  const t = useTexts(texts)
  const clipboard = useClipboard({ timeout: 1500 })
  const lines = codes.join('\n')
  const file = `${t.fileTitle}\n\n${lines}\n`
  return (
    <ShownOnce title={t.codesMade} text={t.codesOnce} label={t.codes} value={lines} done={t.done}>
      <ul className={`${classes.codes} mono`} aria-label={t.codes} data-print>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button variant="default" onClick={() => clipboard.copy(lines)}>
          {clipboard.copied ? t.copied : t.copy}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="obmen-codes.txt"
        >
          {t.download}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t.print}
        </Button>
      </Group>
    </ShownOnce>
  )
}

function useRefresh(): () => Promise<unknown> {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
    ])
}
