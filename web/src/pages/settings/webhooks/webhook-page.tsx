import { ActionIcon, Button, Menu } from '@mantine/core'
import type { Webhook } from '@obmen/contract/rest'
import { IconDots, IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { isStatus } from '../../../api/request/problem.js'
import {
  deleteWebhook,
  enableWebhook,
  replayHours,
  rotateWebhookSecret,
  testWebhook,
  webhookQuery,
} from '../../../api/webhooks.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { FormModal, ShownOnce } from '../../../components/forms/form-modal.js'
import { Empty, Loaded } from '../../../components/layout/loaded.js'
import { PageHeader } from '../../../components/layout/page-header.js'
import { useAction } from '../../../hooks/use-action.js'
import { useTexts } from '../../../texts/language.js'
import { Attempts } from './attempts.js'
import { texts } from './texts-webhooks.js'
import { WebhookNotes, WebhookState } from './webhook-state.js'

const route = getRouteApi('/shell/ecosystem/administration/settings/webhooks/$webhookId')
const LIST = { to: '/settings', search: { tab: 'webhooks' } } as const
const REPLAY_HOURS = 24

/** One webhook: whether its messages arrive, what came of the last ones, and what to do. */
export function WebhookPage() {
  const t = useTexts(texts)
  const { webhookId } = route.useParams()
  const query = useQuery(webhookQuery(webhookId))
  // 422: the id in the address is malformed.
  const isNone = isStatus(query.error, 404, 422)
  const shown = isNone ? undefined : query.data
  return (
    <>
      <PageHeader
        title={shown?.url ?? t.webhook}
        badge={shown && <WebhookState webhook={shown} />}
        description={shown && <WebhookNotes webhook={shown} />}
        back={{ link: LIST, text: t.list }}
        actions={shown && <Actions webhook={shown} />}
      />
      {isNone ? (
        <Empty icon={IconWebhook} title={t.none.title} text={t.none.text}>
          <ButtonLink {...LIST}>{t.none.toList}</ButtonLink>
        </Empty>
      ) : (
        <Loaded query={query}>{webhook => <Attempts webhook={webhook} />}</Loaded>
      )}
    </>
  )
}

function Actions({ webhook: { id, url, state } }: { webhook: Webhook }) {
  const t = useTexts(texts)
  const confirm = useConfirm()
  const navigate = route.useNavigate()
  const { act, busy } = useAction({ renews: [['webhooks']] })
  const [secret, setSecret] = useState<string>()
  const isOn = state !== 'disabled'
  const enable = () => void act(() => enableWebhook(id, !isOn), isOn ? t.disabled : t.enabled)

  async function rotate() {
    if (!(await confirm(t.secretQuestion))) return
    await act(async () => setSecret((await rotateWebhookSecret(id)).secret), t.secretMade)
  }

  async function remove() {
    const { title, text, action } = t.removeQuestion
    if (!(await confirm({ title: title(url), text, action, danger: true }))) return
    await act(async () => {
      await deleteWebhook(id)
      await navigate(LIST)
    }, t.removed)
  }

  return (
    <>
      {!isOn && (
        <Button loading={busy} onClick={enable}>
          {t.enable}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal={false} shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t.more} disabled={busy}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void act(() => testWebhook(id), t.tested)}>{t.test}</Menu.Item>
          <Menu.Item onClick={() => void act(() => replayHours(id, REPLAY_HOURS), t.replayed)}>
            {t.replay}
          </Menu.Item>
          <Menu.Item onClick={() => void rotate()}>{t.secret}</Menu.Item>
          {isOn && <Menu.Item onClick={enable}>{t.disable}</Menu.Item>}
          <Menu.Divider />
          <Menu.Item c="var(--text-danger)" onClick={() => void remove()}>
            {t.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FormModal opened={secret !== undefined} onClose={() => setSecret(undefined)} title={t.secret}>
        <ShownOnce
          title={t.secretMade}
          text={t.secretText}
          label={t.form.secret}
          value={secret ?? ''}
          done={t.form.done}
        />
      </FormModal>
    </>
  )
}
