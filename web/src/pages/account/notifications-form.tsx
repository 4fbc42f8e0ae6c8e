import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import {
  type AlarmCause,
  type AlarmChannel,
  CHAT_FORMATS,
  INTEGRATION_CAUSES,
  LOCATION_CAUSES,
  SERVER_CAUSES,
} from '@obmen/contract'
import type { AlarmSettings, OwnAlarms } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type AlarmRole, ownAlarmsQuery, saveOwnAlarms } from '../../api/alarms.js'
import { FormFailure } from '../../components/layout/loaded.js'
import { useLeaveGuard } from '../../hooks/use-leave-guard.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { ChannelTest } from './channel-test.js'
import classes from './notifications.module.css'
import { texts } from './texts-notifications.js'

/** Fields are named by the path at which the server finds something wrong. */
type Values = ReturnType<typeof valuesOf>

function valuesOf(
  { channels: { mail, telegram, max, webhook }, causes, quietHours }: AlarmSettings,
  all: readonly AlarmCause[],
) {
  return {
    mail: mail.enabled,
    telegram: telegram.enabled,
    'channels/telegram/chatId': telegram.chatId ?? '',
    max: max.enabled,
    'channels/max/chatId': max.chatId ?? '',
    webhook: webhook.enabled,
    'channels/webhook/url': webhook.url ?? '',
    format: webhook.format,
    causes: Object.fromEntries(all.map(cause => [cause, causes[cause] !== false])),
    quiet: quietHours !== null,
    'quietHours/from': quietHours?.from ?? '22:00',
    'quietHours/to': quietHours?.to ?? '08:00',
  }
}

/** As the server takes them. */
const CHAT_ID = /^(-?\d{1,20}|@\w{4,64})$/
const ADDRESS = /^https?:\/\/[!-~]{1,1990}$/

function settingsOf(values: Values): AlarmSettings {
  // What is wrong in a channel that is off is not shown, and would be refused.
  const sound = (value: string, pattern: RegExp) => (pattern.test(value.trim()) ? value.trim() : null)
  return {
    channels: {
      mail: { enabled: values.mail },
      telegram: { enabled: values.telegram, chatId: sound(values['channels/telegram/chatId'], CHAT_ID) },
      max: { enabled: values.max, chatId: sound(values['channels/max/chatId'], CHAT_ID) },
      webhook: {
        enabled: values.webhook,
        url: sound(values['channels/webhook/url'], ADDRESS),
        format: values.format,
      },
    },
    causes: values.causes,
    quietHours: values.quiet ? { from: values['quietHours/from'], to: values['quietHours/to'] } : null,
  }
}

const CAUSES: Record<AlarmRole, readonly AlarmCause[]> = {
  'location-administrator': LOCATION_CAUSES,
  accountant: INTEGRATION_CAUSES,
  'system-operator': SERVER_CAUSES,
}

interface Props {
  of: AlarmRole
  own: OwnAlarms
  email: string
}

export function NotificationsForm({ of: role, own, email }: Props) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const causes = CAUSES[role]
  const chatOf = (on: 'telegram' | 'max') => (value: string, values: Values) =>
    values[on] && !CHAT_ID.test(value.trim()) ? t.chatNeeded : null
  const form = useForm({
    initialValues: valuesOf(own, causes),
    validate: {
      'channels/telegram/chatId': chatOf('telegram'),
      'channels/max/chatId': chatOf('max'),
      'channels/webhook/url': (value, { webhook }) =>
        webhook && !ADDRESS.test(value.trim()) ? t.urlNeeded : null,
      'quietHours/from': (value, { quiet }) => (quiet && value === '' ? t.timeNeeded : null),
      'quietHours/to': (value, { quiet }) => (quiet && value === '' ? t.timeNeeded : null),
    },
  })
  useLeaveGuard(form.isDirty())
  const { submit, busy, failure } = useSubmit(form, async values => {
    queryClient.setQueryData(ownAlarmsQuery(role).queryKey, await saveOwnAlarms(role, settingsOf(values)))
    form.resetDirty()
    return t.saved
  })

  const { values } = form
  const switched = (field: string) => form.getInputProps(field, { type: 'checkbox' })
  const channel = (name: AlarmChannel, fields: ReactNode) => (
    <Channel
      name={name}
      of={role}
      own={own}
      unsaved={form.isDirty()}
      toggle={<Switch label={t.channels[name]} {...switched(name)} />}
    >
      {fields}
    </Channel>
  )
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <fieldset className={classes.group}>
        <legend>{t.how}</legend>
        {channel('mail', <p className={classes.note}>{t.mailTo(email)}</p>)}
        {channel(
          'telegram',
          values.telegram && (
            <TextInput
              label={t.chat}
              aria-label={`${t.chat}, ${t.channels.telegram}`}
              description={t.telegramHelp}
              {...form.getInputProps('channels/telegram/chatId')}
            />
          ),
        )}
        {channel(
          'max',
          values.max && (
            <TextInput
              label={t.chat}
              aria-label={`${t.chat}, ${t.channels.max}`}
              description={t.maxHelp}
              {...form.getInputProps('channels/max/chatId')}
            />
          ),
        )}
        {channel(
          'webhook',
          values.webhook && (
            <>
              <TextInput
                label={t.url}
                description={t.urlHelp}
                type="url"
                {...form.getInputProps('channels/webhook/url')}
              />
              <NativeSelect
                label={t.format}
                data={CHAT_FORMATS.map(value => ({ value, label: t.formats[value] }))}
                {...form.getInputProps('format')}
              />
            </>
          ),
        )}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t.what}</legend>
        <div className={classes.causes}>
          {causes.map(cause => (
            <Switch key={cause} label={t.causes[cause]} {...switched(`causes.${cause}`)} />
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t.when}</legend>
        <Switch
          label={t.quiet}
          description={role === 'system-operator' ? t.quietHelpServer : t.quietHelp}
          {...switched('quiet')}
        />
        {values.quiet && (
          <Group align="start">
            <TextInput label={t.from} type="time" {...form.getInputProps('quietHours/from')} />
            <TextInput label={t.to} type="time" {...form.getInputProps('quietHours/to')} />
          </Group>
        )}
      </fieldset>
      <FormFailure text={failure} />
      <Group>
        <Button type="submit" loading={busy} disabled={!form.isDirty()}>
          {t.save}
        </Button>
      </Group>
    </form>
  )
}

interface ChannelProps {
  name: AlarmChannel
  of: AlarmRole
  own: OwnAlarms
  unsaved: boolean
  toggle: ReactNode
  children: ReactNode
}

/** A channel, or what the server lacks for it. */
function Channel({ name, of: role, own, unsaved, toggle, children }: ChannelProps) {
  const t = useTexts(texts)
  if (name !== 'webhook' && !own.available.includes(name))
    return (
      <div className={classes.channel}>
        <p className={classes.name}>{t.channels[name]}</p>
        <p className={classes.note}>{role === 'system-operator' ? t.lacksOwn[name] : t.lacks[name]}</p>
      </div>
    )
  return (
    <div className={classes.channel}>
      {toggle}
      {children}
      {own.channels[name].enabled && (
        <ChannelTest
          name={name}
          of={role}
          unsaved={unsaved}
          failure={own.failures.find(({ channel }) => channel === name)}
        />
      )}
    </div>
  )
}
