import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useDeferredValue } from 'react'
import { NoAnswerError } from '../../api/request/problem.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { Failure } from './failure.js'
import { FailureLine } from './failure-line.js'

/** The parts of a query used here; infinite queries have them too. */
interface LoadingQuery<Value> {
  data: Value | undefined
  isError: boolean
  error: Error | null
  refetch: () => Promise<unknown>
}

interface Props<Value> {
  query: LoadingQuery<Value>
  /** Shown while loading; grey lines by default. */
  skeleton?: ReactNode
  children: (value: Value) => ReactNode
}

/**
 * The three states of a page's data. Loaded data stays visible while it is refetched; if that fails, a note
 * says that it is not current.
 */
export function Loaded<Value>({ query, skeleton, children }: Props<Value>) {
  // Drawn in a transition, so that the browser stays responsive while a long list renders.
  const drawn = useDeferredValue(query.data !== undefined)
  if (query.data !== undefined && drawn)
    return (
      <>
        {query.isError && <NotRenewed error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    )
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />
  return <Loading>{skeleton}</Loading>
}

/** If the server doesn't answer at all, the banner over the page says so. */
function NotRenewed({ error, retry }: { error: Error | null; retry: () => void }) {
  const t = useTexts(texts)
  if (error instanceof NoAnswerError && !error.timedOut) return null
  return <FailureLine title={t.failure.notRenewed} error={error} retry={retry} />
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
