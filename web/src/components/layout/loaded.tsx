import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useDeferredValue } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { Failure } from './failure.js'

/** What of a query matters here, of one that is loaded page by page too. */
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

/** The three states of a page's data. What was loaded stays while it is reloaded, or if that fails. */
export function Loaded<Value>({ query, skeleton, children }: Props<Value>) {
  // What came is drawn in a transition: so the browser stays responsive even while a long list is made.
  const drawn = useDeferredValue(query.data !== undefined)
  if (query.data !== undefined && drawn) return <>{children(query.data)}</>
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
