import {
  Alert,
  Collapse,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Facets } from '@obmen/contract/rest'
import {
  CLIENT_CHOICES,
  ENCODINGS,
  MAX_METHOD_LENGTH,
  PAYMENTS,
  SCHEMA_VERSIONS,
  SETTINGS_DEFAULTS,
  SETTINGS_KEYS,
} from '@obmen/contract/settings'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useFormats, useTexts } from '../../texts/language.js'
import { DateField } from '../forms/date-field.js'
import { RuleRows } from './rule-rows.js'
import { asText, documentOf, type SettingsDocument, withKey } from './settings-document.js'
import classes from './settings-form.module.css'
import { texts } from './texts.js'

interface Props {
  text: string
  onChange: (text: string) => void
  seen: Facets | undefined
}

const KNOWN: ReadonlySet<string> = new Set(SETTINGS_KEYS)

/** The settings as fields. While the JSON is unreadable, the last readable state is read-only. */
export function SettingsForm({ text, onChange, seen }: Props) {
  const t = useTexts(texts)
  const [opened, more] = useDisclosure(false)
  const moreId = useId()
  const current = documentOf(text)
  const lastGood = useRef<SettingsDocument>({})
  if (current !== undefined) lastGood.current = current
  const document = current ?? lastGood.current
  const off = current === undefined
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

interface MoreProps {
  document: SettingsDocument
  set: (key: string, value: unknown) => void
  disabled: boolean
}

/** Settings that most integrations leave alone. An emptied field removes its key: the default applies. */
function MoreSettings(props: MoreProps) {
  const t = useTexts(texts)
  const { document, set, disabled } = props
  const choice = (key: 'schemaversion' | 'encoding' | 'ordernumber' | 'payments') => ({
    label: t[key],
    disabled,
    value: asText(document[key] ?? SETTINGS_DEFAULTS[key]),
    onChange: (event: React.ChangeEvent<HTMLSelectElement>) => set(key, event.currentTarget.value),
  })
  const date = (key: 'ordersfrom' | 'closedbefore') => ({
    className: classes.wide ?? '',
    label: t[key],
    disabled,
    value: asText(document[key]),
    onChange: (day: string | undefined) => set(key, day),
  })
  return (
    <div className={classes.grid}>
      <DateField description={t.ordersfromHelp} {...date('ordersfrom')} />
      <DateField description={t.closedbeforeHelp} {...date('closedbefore')} />
      <NativeSelect
        className={classes.wide ?? ''}
        description={t.paymentsHelp}
        data={PAYMENTS.map(value => ({ value, label: t.paymentForms[value] }))}
        {...choice('payments')}
      />
      <NativeSelect data={[...SCHEMA_VERSIONS]} {...choice('schemaversion')} />
      <NativeSelect data={[...ENCODINGS]} {...choice('encoding')} />
      <NativeSelect
        data={(['sequence', 'platform'] as const).map(value => ({ value, label: t.orderNumbers[value] }))}
        {...choice('ordernumber')}
      />
      <NumberSettings {...props} />
      <SwitchSettings {...props} />
    </div>
  )
}

const LIMITS = ['batchlimit', 'filelimit', 'quarantineafter', 'quarantinepause'] as const

function NumberSettings({ document, set, disabled }: MoreProps) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const field = (key: 'ordernumberfrom' | 'silentafter' | (typeof LIMITS)[number]) => ({
    label: t[key],
    disabled,
    allowNegative: false,
    allowDecimal: false,
    hideControls: true,
    value: typeof document[key] === 'number' ? document[key] : '',
    onChange: (value: string | number) => set(key, typeof value === 'number' ? value : undefined),
  })
  return (
    <>
      <NumberInput placeholder="1" {...field('ordernumberfrom')} />
      <NumberInput
        className={classes.wide ?? ''}
        description={t.silentafterHelp}
        placeholder={t.silentafterDefault}
        {...field('silentafter')}
      />
      {LIMITS.map(key => (
        <NumberInput key={key} placeholder={t.byDefault(number(SETTINGS_DEFAULTS[key]))} {...field(key)} />
      ))}
    </>
  )
}

function SwitchSettings({ document, set, disabled }: MoreProps) {
  const t = useTexts(texts)
  const field = (key: 'commentprefix' | 'orderidrequisite' | 'accept1c' | 'zip') => ({
    className: classes.wide ?? '',
    label: t[key],
    disabled,
    checked: (document[key] ?? SETTINGS_DEFAULTS[key]) === true,
    onChange: ({ currentTarget: { checked } }: React.ChangeEvent<HTMLInputElement>) =>
      set(key, checked === SETTINGS_DEFAULTS[key] ? undefined : checked),
  })
  return (
    <>
      <Switch description={t.commentprefixHelp} {...field('commentprefix')} />
      <Switch description={t.orderidrequisiteHelp} {...field('orderidrequisite')} />
      <Switch description={t.accept1cHelp} {...field('accept1c')} />
      <Switch {...field('zip')} />
    </>
  )
}
