import { Alert, Collapse, NativeSelect, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Facets } from '@obmen/contract/rest'
import { CLIENT_CHOICES, MAX_METHOD_LENGTH, SETTINGS_DEFAULTS, SETTINGS_KEYS } from '@obmen/contract/settings'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useTexts } from '../../texts/language.js'
import { MoreSettings } from './more-settings.js'
import { RuleRows } from './rule-rows.js'
import { asText, documentOf, type SettingsDocument, withKey } from './settings-document.js'
import classes from './settings-form.module.css'
import { texts } from './texts.js'

interface Props {
  text: string
  onChange: (text: string) => void
  seen: Facets | undefined
  disabled: boolean
}

const KNOWN: ReadonlySet<string> = new Set(SETTINGS_KEYS)

/** The settings as fields. While the JSON is unreadable, the last readable state is read-only. */
export function SettingsForm({ text, onChange, seen, disabled }: Props) {
  const t = useTexts(texts)
  const [opened, more] = useDisclosure(false)
  const moreId = useId()
  const current = documentOf(text)
  const lastGood = useRef<SettingsDocument>({})
  if (current !== undefined) lastGood.current = current
  const document = current ?? lastGood.current
  const off = disabled || current === undefined
  const methodProblem = (method: string) =>
    method.length > MAX_METHOD_LENGTH ? t.methodTooLong(MAX_METHOD_LENGTH, method.length) : undefined
  const set = (key: string, value: unknown) => onChange(withKey(text, key, value))
  const unshown = Object.keys(document).filter(key => !KNOWN.has(key))

  return (
    <Stack gap="md">
      {current === undefined && (
        <Alert color="yellow" variant="light">
          {t.brokenForForm}
        </Alert>
      )}
      <RuleRows
        value={document.paymentrules}
        onChange={rules => set('paymentrules', rules)}
        seen={seen}
        disabled={off}
        methodProblem={methodProblem}
      />
      <TextInput
        label={t.method}
        description={t.methodHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={asText(document.paymentmethodname)}
        required
        labelProps={{ mod: 'marked' }}
        error={methodProblem(asText(document.paymentmethodname))}
        disabled={off}
        onChange={event => set('paymentmethodname', event.currentTarget.value)}
      />
      <NativeSelect
        label={t.client}
        description={t.clientHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={asText(document.client ?? SETTINGS_DEFAULTS.client)}
        disabled={off}
        data={CLIENT_CHOICES.map(client => ({ value: client, label: t.clients[client] }))}
        onChange={event => set('client', event.currentTarget.value)}
      />
      <div>
        <UnstyledButton
          className={classes.more}
          aria-expanded={opened}
          aria-controls={moreId}
          data-opened={opened || undefined}
          onClick={more.toggle}
        >
          <IconChevronRight size={16} aria-hidden="true" />
          {t.more}
        </UnstyledButton>
        <Collapse expanded={opened} id={moreId}>
          <MoreSettings document={document} set={set} disabled={off} />
        </Collapse>
      </div>
      {unshown.length > 0 && (
        <Alert color="gray" variant="light">
          {t.unshown(unshown.join(', '))}
        </Alert>
      )}
    </Stack>
  )
}
