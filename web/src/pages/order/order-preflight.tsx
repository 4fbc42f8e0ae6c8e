import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { preflightQuery } from '../../api/orders.js'
import { FindingLines } from '../../components/findings/finding-line.js'
import { useTexts } from '../../texts/language.js'
import classes from './exports/exports.module.css'
import { texts } from './texts.js'

const SHOWN = 4

/** What the 1C of an integration will do with the order as it is now, by severity. */
export function OrderPreflight({
  past = false,
  ...props
}: {
  id: string
  integrationId: string
  revision: number
  /** It has it already: the findings are in the past tense. */
  past?: boolean
}) {
  const t = useTexts(texts).preflight
  const { data, isError, refetch } = useQuery(preflightQuery(props.id, props.integrationId, props.revision))
  const [all, setAll] = useState(false)
  if (isError)
    return (
      <p className={classes.none}>
        {t.failed}{' '}
        <Button size="compact-xs" variant="subtle" onClick={() => void refetch()}>
          {t.retry}
        </Button>
      </p>
    )
  if (data === undefined) return <Skeleton height={22} width="60%" radius="sm" />
  const shown = all ? data.items : data.items.slice(0, SHOWN)
  const rest = data.items.length - shown.length
  return (
    <>
      {past ? (
        <p className={classes.none}>{t.past}</p>
      ) : (
        <h4 className={classes.preflightTitle}>{t.title}</h4>
      )}
      <FindingLines items={shown} />
      {rest > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAll(true)}>
          {t.more(rest)}
        </Button>
      )}
    </>
  )
}
