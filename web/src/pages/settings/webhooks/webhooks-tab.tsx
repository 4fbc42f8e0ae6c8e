import { Button, Group, Text } from '@mantine/core'
import type { Webhook } from '@obmen/contract/rest'
import { IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  deleteWebhook,
  enableWebhook,
  rotateWebhookSecret,
  testWebhook,
  webhooksQuery,
} from '../../../api/webhooks.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { ConfirmedButton } from '../../../components/forms/confirmed-button.js'
import { FormModal, ShownOnce } from '../../../components/forms/form-modal.js'
import { CreatableList } from '../../../components/layout/creatable-list.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { ShortTime } from '../../../components/relative-time.js'
import { Status, type Tone } from '../../../components/status.js'
import { useAction } from '../../../hooks/use-action.js'
import { useTexts } from '../../../texts/language.js'
import { AttemptsDialog } from './attempts-dialog.js'
import { WebhookForm } from './new-webhook.js'
import { texts } from './texts-webhooks.js'

/** «Вебхуки»: receivers of events, and whether they arrive. */
export default function WebhooksTab() {
  const t = useTexts(texts)
  const query = useQuery(webhooksQuery)
  return (
    <CreatableList
      query={query}
      icon={IconWebhook}
      texts={{ create: t.create, emptyTitle: t.emptyTitle, empty: t.empty, about: t.about }}
      list={items => <WebhooksTable webhooks={items} />}
      form={{ title: t.form.title, body: <WebhookForm /> }}
    />
  )
}

const TONES: Record<Webhook['state'], Tone> = { active: 'green', paused: 'amber', disabled: 'grey' }

function WebhooksTable({ webhooks }: { webhooks: Webhook[] }) {
  const t = useTexts(texts)
  const [shown, setShown] = useState<Webhook>()
  const columns: Column<Webhook, typeof t.columns>[] = [
    {
      id: 'url',
      onCard: 'title',
      width: '28%',
      cell: ({ url, description }) => (
        <>
          <span className="mono" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </span>
          {description !== '' && (
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'types',
      width: '20%',
      cell: ({ types }) => types.map(type => (type === '*' ? t.allTypes : t.types[type])).join(', '),
    },
    { id: 'state', width: '24%', cell: webhook => <State webhook={webhook} /> },
    { id: 'pending', align: 'end', width: '1%', cell: ({ pending }) => pending },
    {
      id: 'actions',
      align: 'end',
      width: '24%',
      onCard: 'plain',
      cell: webhook => <Actions webhook={webhook} onAttempts={() => setShown(webhook)} />,
    },
  ]
  return (
    <>
      <DataTable titles={t.columns} label={t.list} columns={columns} rows={webhooks} wide />
      <AttemptsDialog webhook={shown} onClose={() => setShown(undefined)} />
    </>
  )
}

function State({ webhook: { state, stateReason, failures, oldSecretUntil } }: { webhook: Webhook }) {
  const t = useTexts(texts)
  const reason =
    stateReason === 'failing' ? t.reasons.failing(failures) : stateReason && t.reasons[stateReason]
  return (
    <>
      <Status tone={TONES[state]}>{t.states[state]}</Status>
      {reason !== null && (
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      )}
      {oldSecretUntil !== null && (
        <Text size="sm" c="dimmed">
          {t.oldSecret}
          <ShortTime at={oldSecretUntil} />
        </Text>
      )}
    </>
  )
}

function Actions({ webhook: { id, url, state }, onAttempts }: { webhook: Webhook; onAttempts: () => void }) {
  const t = useTexts(texts)
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['webhooks']] })
  const [secret, setSecret] = useState<string>()

  async function rotate() {
    if (!(await confirm(t.secretQuestion))) return
    await act(async () => setSecret((await rotateWebhookSecret(id)).secret), t.secretMade)
  }

  const { title, text, action } = t.removeQuestion
  const isOn = state !== 'disabled'
  const enable = () => act(() => enableWebhook(id, !isOn), isOn ? t.disabled : t.enabled)
  const buttons = [
    { label: t.attempts, name: t.attemptsOf(url), onClick: onAttempts },
    { label: t.test, name: t.testOf(url), onClick: () => act(() => testWebhook(id), t.tested) },
    { label: isOn ? t.disable : t.enable, name: isOn ? t.disableOf(url) : t.enableOf(url), onClick: enable },
    { label: t.secret, name: t.secretOf(url), onClick: rotate },
  ]
  return (
    <Group gap={6} justify="flex-end">
      {buttons.map(({ label, name, onClick }) => (
        <Button
          key={label}
          size="compact-sm"
          variant="default"
          aria-label={name}
          disabled={busy}
          onClick={() => void onClick()}
        >
          {label}
        </Button>
      ))}
      <ConfirmedButton
        label={t.remove}
        name={t.removeOf(url)}
        question={{ title, text, action }}
        act={() => deleteWebhook(id)}
        renews={['webhooks']}
        done={t.removed}
      />
      <FormModal opened={secret !== undefined} onClose={() => setSecret(undefined)} title={t.secret}>
        <ShownOnce
          title={t.secretMade}
          text={t.secretText}
          label={t.form.secret}
          value={secret ?? ''}
          done={t.form.done}
        />
      </FormModal>
    </Group>
  )
}
