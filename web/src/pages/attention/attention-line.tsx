import type { AttentionItem } from '@obmen/contract/rest'
import {
  IconChecklist,
  IconFileAlert,
  IconPlayerPause,
  IconPlugConnectedX,
  IconWebhookOff,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useHeldCause } from '../../components/findings/use-sentences.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { HelpLink } from '../../components/help-link.js'
import {
  HELP_ON_HELD,
  HELP_ON_STATES,
  HELP_ON_TASKS,
  HELP_ON_UPLOADS,
  type HelpPlace,
} from '../../components/help-places.js'
import { StateAction, StateSentence } from '../../components/integrations/state-note.js'
import { useProblemText } from '../../components/refusals/use-refusal.js'
import { ShortTime } from '../../components/relative-time.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './attention.module.css'
import { texts } from './texts.js'

const ICONS = {
  integration: IconPlugConnectedX,
  held: IconPlayerPause,
  tasks: IconChecklist,
  webhook: IconWebhookOff,
  upload: IconFileAlert,
} as const satisfies Record<AttentionItem['kind'], unknown>

type Of<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { kind: Kind }>

export function AttentionLine({ item }: { item: AttentionItem }) {
  switch (item.kind) {
    case 'integration':
      return <TroubledIntegration item={item} />
    case 'held':
      return <HeldOrders item={item} />
    case 'tasks':
      return <Tasks item={item} />
    case 'webhook':
      return <StoppedWebhook item={item} />
    case 'upload':
      return <UnreadableUpload item={item} />
  }
}

interface Props {
  item: AttentionItem
  title: ReactNode
  help?: { place: HelpPlace | null; about: string }
  of?: ReactNode
  text: ReactNode
  action: ReactNode
}

function Line({ item: { kind, since }, title, help, of, text, action }: Props) {
  const Icon = ICONS[kind]
  return (
    <li className={classes.line} data-kind={kind}>
      <Icon size={20} stroke={1.7} className={classes.icon} aria-hidden="true" />
      <div className={classes.about}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text}>
          {text} {help && <HelpLink {...help} />}
        </p>
        <p className={classes.facts}>
          {of !== undefined && <>{of} · </>}
          <ShortTime at={since} />
        </p>
      </div>
      <div className={classes.action}>{action}</div>
    </li>
  )
}

function TroubledIntegration({ item }: { item: Of<'integration'> }) {
  const { integrationId: id, integrationName: name, companyName, state, stateCause, since } = item
  const stated = { id, name, state, stateCause, stateSince: since }
  return (
    <Line
      item={item}
      title={<IntegrationLink id={id}>{name}</IntegrationLink>}
      help={{ place: HELP_ON_STATES[stateCause.code], about: name }}
      of={companyName}
      text={<StateSentence integration={stated} />}
      action={<StateAction integration={stated} />}
    />
  )
}

function HeldOrders({ item }: { item: Of<'held'> }) {
  const t = useTexts(texts).held
  const { number } = useFormats()
  const cause = useHeldCause()(item)
  const { integrationId, integrationName, orders, orderId, orderNumber } = item
  const title = orders === 1 ? t.one(orderNumber) : t.many(orders, number(orders))
  return (
    <Line
      item={item}
      title={title}
      help={{ place: HELP_ON_HELD, about: title }}
      of={<IntegrationLink id={integrationId}>{integrationName}</IntegrationLink>}
      text={cause}
      action={
        orders === 1 ? (
          <ButtonLink to="/orders/$orderId" params={{ orderId }} aria-label={t.openOf(orderNumber)}>
            {t.open}
          </ButtonLink>
        ) : (
          <ButtonLink
            to="/orders"
            search={{ integrationId, state: 'held', cause: item.code }}
            aria-label={t.showOf(cause, integrationName)}
          >
            {t.show}
          </ButtonLink>
        )
      }
    />
  )
}

function Tasks({ item }: { item: Of<'tasks'> }) {
  const t = useTexts(texts).tasks
  const { number } = useFormats()
  const title = t.title(item.open, number(item.open))
  return (
    <Line
      item={item}
      title={title}
      help={{ place: HELP_ON_TASKS, about: title }}
      text={t.text}
      action={<ButtonLink to="/tasks">{t.open}</ButtonLink>}
    />
  )
}

function StoppedWebhook({ item }: { item: Of<'webhook'> }) {
  const t = useTexts(texts).webhook
  return (
    <Line
      item={item}
      title={item.url}
      text={item.reason === 'gone' ? t.gone : t.failing}
      action={
        <ButtonLink to="/settings" search={{ tab: 'webhooks' }} aria-label={t.openOf(item.url)}>
          {t.open}
        </ButtonLink>
      }
    />
  )
}

function UnreadableUpload({ item }: { item: Of<'upload'> }) {
  const t = useTexts(texts).upload
  const problemText = useProblemText()
  const { integrationId, integrationName, exchangeId, name, failure, failureReason } = item
  const title = t.title(name)
  return (
    <Line
      item={item}
      title={title}
      help={{ place: HELP_ON_UPLOADS, about: title }}
      of={<IntegrationLink id={integrationId}>{integrationName}</IntegrationLink>}
      text={problemText({ ...failureReason, message: failure })}
      action={
        <ButtonLink
          to="/exchanges/$exchangeId"
          params={{ exchangeId: String(exchangeId) }}
          aria-label={t.openOf(name)}
        >
          {t.open}
        </ButtonLink>
      }
    />
  )
}

function IntegrationLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to="/integrations/$integrationId" params={{ integrationId: id }} className={classes.link}>
      {children}
    </Link>
  )
}
