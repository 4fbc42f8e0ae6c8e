import type { Total } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { texts } from '../texts.js'
import classes from './found-total.module.css'

interface Props {
  total: Total | undefined
  /** «заказа» after 2. */
  unit: (count: number) => string
}

/** «128 заказов»: how many the list has on all its pages. */
export function FoundTotal({ total, unit }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  if (total === undefined) return null
  const { count, exact } = total
  const counted = `${number(count)}\u00a0${unit(count)}`
  return (
    <p role="status" className={classes.total}>
      {exact ? counted : t.atLeast(counted)}
    </p>
  )
}
