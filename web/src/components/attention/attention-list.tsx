import type { AttentionItem } from '@obmen/contract/rest'
import {
  IconBookOff,
  IconChecklist,
  IconFileAlert,
  IconPlayerPause,
  IconPlugConnectedX,
  IconWebhookOff,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { createContext, Fragment, type ReactNode, use } from 'react'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import { useHeldCause } from '../findings/use-sentences.js'
import { ButtonLink } from '../forms/button-link.js'
import { HelpLink } from '../help-link.js'
import {
  HELP_ON_HELD,
  HELP_ON_READING,
  HELP_ON_STATES,
  HELP_ON_TASKS,
  HELP_ON_UPLOADS,
  HELP_ON_WAITING,
  type HelpPlace,
} from '../help-places.js'
import { IntegrationAction, StateSentence } from '../integrations/state-note.js'
import { useProblemText } from '../refusals/use-refusal.js'
import { ShortTime, TimeSince } from '../relative-time.js'
import classes from './attention.module.css'
import { texts } from './texts.js'

const ICONS = {
  integration: IconPlugConnectedX,
  held: IconPlayerPause,
  tasks: IconChecklist,
  webhook: IconWebhookOff,
  upload: IconFileAlert,
  reading: IconBookOff,
} as const satisfies Record<AttentionItem['kind'], unknown>

/** Further ones are counted. */
const NAMED = 3

type Of<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { kind: Kind }>

/** What stands below the facts of a line, by what it is about. */
export type Below = (item: AttentionItem, about: string) => ReactNode

const nothing: Below = () => null
const BelowContext = createContext(nothing)

interface ListProps {
  items: readonly AttentionItem[]
  below?: Below
}

/** What needs attention, worst first: each with the one thing to do. */
export function AttentionList({ items, below = nothing }: ListProps) {
  const t = useTexts(texts)
  return (
    <BelowContext value={below}>
      <ul className={classes.list} aria-label={t.list}>
        {items.map(item => (
          <AttentionLine key={keyOf(item)} item={item} />
        ))}
      </ul>
    </BelowContext>
  )
}

function keyOf(item: AttentionItem): string {
  switch (item.kind) {
    case 'integration':
      return item.integrationId
    case 'held':
      return `${item.holdKind} ${item.code}`
    case 'tasks':
      return item.kind
    case 'webhook':
      return item.webhookId
    case 'reading':
      return `${item.kind} ${item.integrationId}`
    case 'upload':
      return `${item.exchangeId} ${item.name}`
  }
}

function AttentionLine({ item }: { item: AttentionItem }) {
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
    case 'reading':
      return <FailingReading item={item} />
  }
}

interface Props {
  item: AttentionItem
  title: ReactNode
  help?: { place: HelpPlace | null; about: string }
  of?: ReactNode
  text: ReactNode
  /** Since when, unless the text says so. */
  since?: ReactNode
  action: ReactNode
}

function Line({ item, title, help, of, text, since, action }: Props) {
  const { kind, since: began } = item
  const Icon = ICONS[kind]
  const below = use(BelowContext)
  return (
    <li className={classes.line} data-kind={kind}>
      <Icon size={20} stroke={1.7} className={classes.icon} aria-hidden="true" />
      <div className={classes.about}>
        <p className={classes.title}>{title}</p>
        <p className={classes.text}>
          {text} {help && <HelpLink {...help} />}
        </p>
        <p className={classes.facts}>
          {of !== undefined && <>{of} · </>}
          {since ?? <ShortTime at={began} />}
        </p>
        {below(item, typeof title === 'string' ? title : (help?.about ?? ''))}
      </div>
      <div className={classes.action}>{action}</div>
    </li>
  )
}

function TroubledIntegration({ item }: { item: Of<'integration'> }) {
  const t = useTexts(texts).integration
  const { counted } = useFormats()
  const { integrationId: id, integrationName: name, companyName, state, stateCause, orders, owedSince } = item
  const stated = { id, name, state, stateCause, stateSince: item.since }
  const late = state === 'exchanging'
  return (
    <Line
      item={item}
      title={<IntegrationLink id={id}>{name}</IntegrationLink>}
      help={{ place: late ? HELP_ON_WAITING : HELP_ON_STATES[stateCause.code], about: name }}
      of={companyName}
      text={late ? t.late : <StateSentence integration={stated} />}
      since={
        owedSince === null ? (
          t.nothingWaits
        ) : (
          <>
            <Link
              to="/integrations/$integrationId"
              params={{ integrationId: id }}
              search={{ tab: 'owed' }}
              className={classes.link}
              aria-label={`${t.wait(...counted(orders))}: ${name}`}
            >
              {t.wait(...counted(orders))}
            </Link>{' '}
            <TimeSince at={owedSince} />
          </>
        )
      }
      action={<IntegrationAction integration={stated} late={late} />}
    />
  )
}

function HeldOrders({ item }: { item: Of<'held'> }) {
  const t = useTexts(texts).held
  const { counted } = useFormats()
  const cause = useHeldCause()(item)
  const { integrations, orders, orderId, orderNumber } = item
  const [only, ...others] = integrations
  const names = integrations.map(({ integrationName }) => integrationName).join(', ')
  const title = orders === 1 ? t.one(orderNumber) : t.many(...counted(orders))
  return (
    <Line
      item={item}
      title={title}
      help={{ place: HELP_ON_HELD, about: title }}
      of={integrations.slice(0, NAMED).map(({ integrationId: id, integrationName }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <IntegrationLink id={id}>{integrationName}</IntegrationLink>
          {index === NAMED - 1 && integrations.length > NAMED && t.andMore(integrations.length - NAMED)}
        </Fragment>
      ))}
      text={cause}
      action={
        orders === 1 ? (
          <ButtonLink to="/orders/$orderId" params={{ orderId }} aria-label={t.openOf(orderNumber)}>
            {t.open}
          </ButtonLink>
        ) : (
          <ButtonLink
            to="/orders"
            search={{
              state: 'held',
              cause: item.code,
              ...(others.length === 0 && only && { integrationId: only.integrationId }),
            }}
            aria-label={t.showOf(cause, names)}
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
        <ButtonLink
          to="/settings/webhooks/$webhookId"
          params={{ webhookId: item.webhookId }}
          aria-label={t.openOf(item.url)}
        >
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

function FailingReading({ item }: { item: Of<'reading'> }) {
  const t = useTexts(texts).reading
  const { language } = useLanguage()
  const title = t.title(item.integrationName)
  return (
    <Line
      item={item}
      title={title}
      help={{ place: HELP_ON_READING, about: title }}
      text={language === 'ru' && item.failure ? item.failure : t.text}
      action={
        <ButtonLink
          to="/integrations/$integrationId"
          params={{ integrationId: item.integrationId }}
          aria-label={t.openOf(item.integrationName)}
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
