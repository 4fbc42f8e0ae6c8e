import { Alert, Button, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import { type ComponentType, type ReactNode, useDeferredValue } from 'react'
import { ApiError, NoAnswerError } from '../../api/request/problem.js'
import { useTexts } from '../../texts/language.js'
import { useRefusal } from '../refusals/use-refusal.js'
import { texts } from '../texts.js'
import classes from './empty.module.css'

/** The parts of a query used here; infinite queries have them too. */
export interface LoadingQuery<Value> {
  data: Value | undefined
  isError: boolean
  error: Error | null
  refetch: () => Promise<unknown>
}

interface Props<Value> {
  query: LoadingQuery<Value>
  skeleton?: ReactNode
  children: (value: Value) => ReactNode
}

/** The three states of a page's data. Loaded data stays visible while it is refetched or that fails. */
export function Loaded<Value>({ query, skeleton, children }: Props<Value>) {
  const t = useTexts(texts)
  // Drawn in a transition, so that the browser stays responsive while a long list renders.
  const drawn = useDeferredValue(query.data !== undefined)
  if (query.data !== undefined && drawn)
    return (
      <>
        {/* If the server doesn't answer at all, the banner over the page says so. */}
        {!(query.error instanceof NoAnswerError && !query.error.timedOut) && (
          <FailureLine title={t.failure.notRenewed} query={query} />
        )}
        {children(query.data)}
      </>
    )
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />
  return <Loading>{skeleton}</Loading>
}

export function Loading({ children }: { children?: ReactNode }) {
  const t = useTexts(texts)
  return (
    <div role="status">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      {children ?? (
        <Stack gap="sm" aria-hidden="true">
          <Skeleton height={44} radius="md" />
          <Skeleton height={44} radius="md" />
          <Skeleton height={44} radius="md" />
          <Skeleton height={44} radius="md" width="70%" />
        </Stack>
      )}
    </div>
  )
}

/** Something did not load: why, what to do, a button to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const requestId = error instanceof ApiError ? error.requestId : undefined
  return (
    <div role="alert">
      <Empty
        icon={error instanceof NoAnswerError ? IconPlugConnectedX : IconAlertTriangle}
        title={t.failure.title}
        text={
          <>
            {failureText(error)}
            {requestId !== undefined && <div className="mono">{t.failure.requestId(requestId)}</div>}
          </>
        }
      >
        {retry && (
          <Button variant="default" onClick={retry}>
            {t.retry}
          </Button>
        )}
      </Empty>
    </div>
  )
}

interface FailureLineProps {
  title: string
  /** Nothing is shown unless it failed. */
  query: Pick<LoadingQuery<unknown>, 'isError' | 'error' | 'refetch'>
}

/** A part of a page did not load, while the rest of it stands: what, why, a button to try again. */
export function FailureLine({ title, query }: FailureLineProps) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  if (!query.isError) return null
  return (
    <Alert color="yellow" role="alert" mb="md" title={title}>
      {failureText(query.error)}{' '}
      <Button size="compact-sm" variant="default" onClick={() => void query.refetch()}>
        {t.retry}
      </Button>
    </Alert>
  )
}

/** Any error as a sentence for the person: the server's own words if there are any, else what to do. */
export function useFailureText(): (error: unknown) => string {
  const t = useTexts(texts).failure
  const refusal = useRefusal()
  return error => {
    if (error instanceof NoAnswerError) return error.timedOut ? t.timedOut : t.offline
    if (!(error instanceof ApiError)) return t.unknown
    if (error.detail === '') return t.server
    const text = refusal(error)
    return error.retryAfterSeconds === undefined ? text : `${text} ${t.wait(error.retryAfterSeconds)}`
  }
}

interface EmptyProps {
  icon: ComponentType<{ size?: number; stroke?: number }>
  title: string
  text?: ReactNode
  /** Takes back the filter by which nothing was found. */
  reset?: { text: string; onClick: () => void }
  children?: ReactNode
}

export function Empty({ icon: Icon, title, text, reset, children }: EmptyProps) {
  return (
    <section className={classes.empty}>
      <span className={classes.icon} aria-hidden="true">
        <Icon size={22} stroke={1.6} />
      </span>
      <h2 className={classes.title}>{title}</h2>
      {text !== undefined && <div className={classes.text}>{text}</div>}
      {(children !== undefined || reset) && (
        <div className={classes.actions}>
          {children}
          {reset && (
            <Button variant="default" onClick={reset.onClick}>
              {reset.text}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

export function FormFailure({ text, mt }: { text: string | undefined; mt?: 'md' }) {
  if (text === undefined) return null
  return (
    <Alert color="red" variant="light" role="alert" {...(mt && { mt })}>
      {text}
    </Alert>
  )
}
