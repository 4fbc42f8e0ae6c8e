import { ActionIcon, Button, Menu } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import {
  IconChevronDown,
  IconDots,
  IconPackages,
  IconPlayerPause,
  IconPlayerPlay,
  IconTestPipe,
  IconTrash,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import {
  deleteIntegration,
  integrationQuery,
  integrationSaved,
  patchIntegration,
} from '../../api/integrations.js'
import { isStatus } from '../../api/request/problem.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { useConfirm } from '../../components/forms/confirm.js'
import { useAction } from '../../hooks/use-action.js'
import { useNotice } from '../../hooks/use-notice.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts as dryRunTexts } from './dry-run/texts-dry-run.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')

export function IntegrationActions({ integration }: { integration: Integration }) {
  const t = useTexts(texts).actions
  const { title: dryRun } = useTexts(dryRunTexts)
  const { counted, number } = useFormats()
  const confirm = useConfirm()
  const navigate = useNavigate()
  const openOver = route.useNavigate()
  const queryClient = useQueryClient()
  const { change, enable, busy } = useIntegrationChange(integration)
  const { id, name, enabled, restoredAt } = integration
  const menu = useRef<HTMLButtonElement>(null)

  function playDryRun() {
    // It has the focus again when the window is closed: the item is gone by then.
    menu.current?.focus()
    void openOver({ search: now => ({ ...now, over: 'dry-run' }), resetScroll: false })
  }

  async function toggle() {
    if (enabled && !(await confirm({ title: t.pauseTitle, text: t.pauseText, action: t.pause }))) return
    await enable(!enabled)
  }

  async function remove() {
    // Orders keep arriving: what would be lost is counted when the question is shown.
    const { counts } = await queryClient
      .fetchQuery({ ...integrationQuery(id), staleTime: 0, retry: false })
      .catch(() => integration)
    const text = t.removeText(...counted(counts.owed), counts.confirmed, number(counts.confirmed))
    if (!(await confirm({ title: t.removeTitle(name), text, action: t.remove, danger: true }))) return
    await change(async () => {
      await deleteIntegration(id)
      // Rules that were not saved went with it, as the question before said.
      await navigate({ to: '/settings', search: { tab: 'integrations' }, ignoreBlocker: true })
      queryClient.removeQueries({ queryKey: integrationQuery(id).queryKey })
      await queryClient.invalidateQueries({ queryKey: ['integrations'] })
      return t.removed
    })
  }

  return (
    <>
      <Menu position="bottom-end" withinPortal={false} shadow="md">
        <Menu.Target>
          <Button
            ref={menu}
            variant="default"
            leftSection={<IconTestPipe size={16} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t.check}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTestPipe size={16} />} onClick={playDryRun}>
            {dryRun}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPackages size={16} />}
            renderRoot={props => (
              <Link to="/integrations/$integrationId/catalogue" params={{ integrationId: id }} {...props} />
            )}
          >
            {t.catalogue}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {restoredAt === null ? (
        <Button
          variant="default"
          loading={busy}
          leftSection={enabled ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
          onClick={() => void toggle()}
        >
          {enabled ? t.pause : t.resume}
        </Button>
      ) : (
        <ButtonLink
          to="/integrations/$integrationId"
          params={{ integrationId: id }}
          search={{ tab: 'connection' }}
          hash="next-number"
          leftSection={<IconPlayerPlay size={16} />}
        >
          {t.resume}
        </ButtonLink>
      )}
      <Menu position="bottom-end" withinPortal={false} shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t.more}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            c="var(--text-danger)"
            leftSection={<IconTrash size={16} />}
            onClick={() => void remove()}
          >
            {t.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Changes the integration over the version that is shown; after a failure the page shows how it is now. */
export function useIntegrationChange({ id, version }: Integration) {
  const t = useTexts(texts).actions
  const queryClient = useQueryClient()
  const notice = useNotice()
  const { act, busy } = useAction()
  const change = (action: () => Promise<string>) =>
    act(async () => {
      try {
        notice({ message: await action() })
      } catch (error) {
        await queryClient.invalidateQueries({ queryKey: integrationQuery(id).queryKey })
        if (!isStatus(error, 412)) throw error
        notice({ color: 'red.9', message: t.changedMeanwhile })
      }
    })
  const enable = (enabled: boolean) =>
    change(async () => {
      await integrationSaved(queryClient, await patchIntegration(id, version, { enabled }))
      return enabled ? t.resumed : t.paused
    })
  return { change, enable, busy }
}
