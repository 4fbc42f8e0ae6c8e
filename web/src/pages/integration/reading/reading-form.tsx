import { Button, NativeSelect, NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Reading, ReadingCheck, ReadingInput } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { checkReading, putReading, readingQuery } from '../../../api/reading.js'
import { FormFailure } from '../../../components/layout/loaded.js'
import { useLeaveGuard } from '../../../hooks/use-leave-guard.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useTexts } from '../../../texts/language.js'
import { CheckSteps } from './check-steps.js'
import classes from './reading.module.css'
import { texts } from './texts-reading.js'

const EVERY_MINUTES = 15

interface Props {
  integrationId: string
  reading: Reading | null
  onClose: () => void
}

type Values = Required<Pick<ReadingInput, 'url' | 'login' | 'password' | 'enabled'>> & {
  everyMinutes: number | string
  organization: string
}

/** How a 1C is read, tried out before it is saved. */
export function ReadingForm({ integrationId, reading, onClose }: Props) {
  const all = useTexts(texts)
  const t = all.form
  const queryClient = useQueryClient()
  const [checked, setChecked] = useState<ReadingCheck>()
  const form = useForm<Values>({
    initialValues: {
      url: reading?.url ?? '',
      login: reading?.login ?? '',
      password: '',
      everyMinutes: reading?.everyMinutes ?? EVERY_MINUTES,
      enabled: reading?.enabled ?? true,
      organization: reading?.organization ?? '',
    },
    validate: {
      url: value => (value.trim() === '' ? t.urlNeeded : null),
      login: value => (value.trim() === '' ? t.loginNeeded : null),
    },
  })
  useLeaveGuard(form.isDirty())
  const saving = useSubmit(form, async values => {
    const saved = await putReading(integrationId, inputOf(values))
    queryClient.setQueryData(readingQuery(integrationId).queryKey, saved)
    onClose()
    return t.saved
  })
  const checking = useSubmit(form, async values => {
    setChecked(undefined)
    const { everyMinutes, enabled, ...connection } = inputOf(values)
    setChecked(await checkReading(integrationId, connection))
  })

  return (
    <form onSubmit={saving.submit} noValidate className={classes.form}>
      <Address form={form} passwordSet={reading?.passwordSet === true} />
      <div className={classes.pair}>
        <NumberInput
          label={t.everyMinutes}
          min={1}
          max={1440}
          allowNegative={false}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('everyMinutes')}
        />
        <Organizations
          found={checked?.organizations ?? []}
          storedName={reading?.lastReading?.organizationName ?? null}
          chosen={form.getInputProps('organization')}
        />
      </div>
      <Switch label={t.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
      {checking.busy && <p role="status">{all.checking}</p>}
      {checked && <CheckSteps steps={checked.steps} />}
      <FormFailure text={checking.failure ?? saving.failure} />
      <div className={classes.actions}>
        <Button type="submit" loading={saving.busy} disabled={checking.busy}>
          {t.save}
        </Button>
        <Button
          variant="default"
          loading={checking.busy}
          disabled={saving.busy}
          onClick={() => {
            saving.forgetFailure()
            checking.submit()
          }}
        >
          {t.check}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}

const inputOf = ({ password, organization, everyMinutes, ...rest }: Values): ReadingInput => ({
  ...rest,
  everyMinutes: Number(everyMinutes),
  organization: organization === '' ? null : organization,
  ...(password !== '' && { password }),
})

interface AddressProps {
  form: { getInputProps: (field: 'url' | 'login' | 'password') => object }
  passwordSet: boolean
}

/** Where the base is, and who asks it. */
function Address({ form, passwordSet }: AddressProps) {
  const t = useTexts(texts).form
  return (
    <>
      <TextInput
        label={t.url}
        description={t.urlHelp}
        type="url"
        autoComplete="off"
        {...form.getInputProps('url')}
      />
      <div className={classes.pair}>
        <TextInput
          label={t.login}
          description={t.loginHelp}
          autoComplete="off"
          {...form.getInputProps('login')}
        />
        <PasswordInput
          label={t.password}
          description={passwordSet ? t.passwordSet : undefined}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </div>
    </>
  )
}

interface OrganizationsProps {
  /** Those of the base, once it was checked. */
  found: ReadingCheck['organizations']
  storedName: string | null
  chosen: { value?: string }
}

/** To choose from if the check found several; one chosen before stays. */
function Organizations({ found, storedName, chosen }: OrganizationsProps) {
  const t = useTexts(texts).form
  const value = chosen.value ?? ''
  const isMissing = value !== '' && found.every(({ id }) => id !== value)
  if (found.length < 2 && value === '') return null
  return (
    <NativeSelect
      label={t.organization}
      data={[
        { value: '', label: t.byInn },
        ...(isMissing ? [{ value, label: t.stored(storedName ?? value) }] : []),
        ...found.map(({ id, name, inn }) => ({ value: id, label: inn === null ? name : t.inn(name, inn) })),
      ]}
      {...chosen}
    />
  )
}
