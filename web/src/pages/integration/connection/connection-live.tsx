import { Button } from '@mantine/core'
import { describeState, STATE_ACTIONS } from '@obmen/contract'
import type { Integration } from '@obmen/contract/rest'
import {
  IconAlertTriangle,
  IconKey,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { attentionQuery } from '../../../api/attention.js'
import { exchangesQuery } from '../../../api/exchanges.js'
import { integrationQuery, keptPasswordQuery, newPassword } from '../../../api/integrations.js'
import { keepShownOnce } from '../../../api/request/shown-once.js'
import { texts as attentionTexts } from '../../../components/attention/texts.js'
import { ExchangeSummary } from '../../../components/exchanges/exchange-outcome.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { HelpLink } from '../../../components/help-link.js'
import { HELP_ON_STATES, HELP_ON_WAITING } from '../../../components/help-places.js'
import { knownClient } from '../../../components/integrations/integration-name.js'
import { isTroubled } from '../../../components/integrations/is-troubled.js'
import { StateAction } from '../../../components/integrations/state-note.js'
import { ShortTime } from '../../../components/relative-time.js'
import { texts as commonTexts } from '../../../components/texts.js'
import { useAction } from '../../../hooks/use-action.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useLanguage, useTexts } from '../../../texts/language.js'
import { useIntegrationChange } from '../integration-actions.js'
import { texts } from '../texts.js'
import classes from './connection.module.css'

const POLL_MS = 5000

/** The state of the 1C and what to do, updated by events and polled while the person waits. */
export function ConnectionLive({ integration }: { integration: Integration }) {
  const t = useTexts(texts).live
  const { enterprise } = useTexts(texts)
  const { since } = useTexts(commonTexts).integrationStates
  const { language } = useLanguage()
  const { sinceTime } = useFormats()
  const { id, state, stateCause, stateSince, owedSince, client } = integration
  const refetchInterval = state === 'exchanging' ? false : POLL_MS
  useQuery({ ...integrationQuery(id), refetchInterval })
  const latest = exchangesQuery({ integrationId: id, limit: 1 })
  const exchanges = useQuery({ ...latest, refetchInterval })
  useLiveRefresh(latest.queryKey, event => event.integrationId === id)
  const last = exchanges.data?.items[0]

  const attention = useQuery(attentionQuery).data?.items ?? []
  // It calls, and orders wait all the same.
  const late = useTexts(attentionTexts).integration.late
  const isLate =
    state === 'exchanging' &&
    attention.some(item => item.kind === 'integration' && item.integrationId === id && item.state === state)
  const sentence = isLate ? late : describeState(stateCause, language)
  const good = state === 'exchanging' && !isLate
  const quiet = stateCause.code === 'never-called'
  const at = (isLate && owedSince) || stateSince
  return (
    <Panel
      tone={good ? 'good' : isLate || isTroubled(integration) ? 'bad' : 'plain'}
      sign={
        good ? (
          <IconPlugConnected size={18} />
        ) : state === 'paused' ? (
          <IconPlayerPause size={18} />
        ) : isLate || isTroubled(integration) ? (
          <IconAlertTriangle size={18} />
        ) : (
          <span className={classes.pulse} />
        )
      }
      heading={good ? t.connected(knownClient(client ?? '', enterprise)) : quiet ? t.waiting : sentence}
      action={<Action integration={integration} />}
    >
      {good ? sentence : quiet ? t.waitingText : `${since(sinceTime(at))}.`}{' '}
      {last && (
        <>
          <Link to="/exchanges/$exchangeId" params={{ exchangeId: String(last.id) }}>
            {t.last}
          </Link>
          : <ShortTime at={last.lastCallAt} />. {!good && !quiet && <ExchangeSummary exchange={last} />}
        </>
      )}{' '}
      <HelpLink place={isLate ? HELP_ON_WAITING : HELP_ON_STATES[stateCause.code]} about={sentence} />
    </Panel>
  )
}

function Action({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { renew, busy: renewing } = useNewPassword(integration.id)
  const { enable, busy: resuming } = useIntegrationChange(integration)
  switch (STATE_ACTIONS[integration.stateCause.code]) {
    case 'new-password':
      return (
        <Button leftSection={<IconKey size={15} />} loading={renewing} onClick={() => void renew()}>
          {t.access.renew}
        </Button>
      )
    case 'resume':
      // After a restore the form below does that, with the number to go on from.
      if (integration.restoredAt !== null) return null
      return (
        <Button
          leftSection={<IconPlayerPlay size={15} />}
          loading={resuming}
          onClick={() => void enable(true)}
        >
          {t.live.resume}
        </Button>
      )
    case 'open-exchange':
      return <StateAction integration={integration} />
    default:
      return null
  }
}

interface PanelProps {
  tone: 'plain' | 'good' | 'bad'
  sign: ReactNode
  heading: string
  action: ReactNode
  children: ReactNode
}

function Panel({ tone, sign, heading, action, children }: PanelProps) {
  return (
    <div className={classes.panel} data-tone={tone}>
      <span className={classes.sign} aria-hidden="true">
        {sign}
      </span>
      <div className={classes.status} role="status">
        <h2 className={classes.heading}>{heading}</h2>
        <div className={classes.note}>{children}</div>
      </div>
      {action}
    </div>
  )
}

/** Creates a new password after a confirmation; it is shown among the access data. */
export function useNewPassword(integrationId: string): { renew: () => Promise<void>; busy: boolean } {
  const { access } = useTexts(texts)
  const confirm = useConfirm()
  const queryClient = useQueryClient()
  const { act, busy } = useAction()

  async function renew() {
    const { renewTitle: title, renewText: text, renewAction: action } = access
    if (!(await confirm({ title, text, action }))) return
    await act(async () => {
      const renewed = await newPassword(integrationId)
      keepShownOnce(queryClient, keptPasswordQuery(integrationId), renewed)
      await queryClient.invalidateQueries({ queryKey: integrationQuery(integrationId).queryKey })
    }, access.renewed)
  }
  return { renew, busy }
}
