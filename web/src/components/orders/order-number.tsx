import { Link } from '@tanstack/react-router'
import { useTexts } from '../../texts/language.js'
import { rowLink } from '../layout/data-table.js'
import { texts } from '../texts.js'

interface Props {
  id: string
  number: string
  /** The orders shown with it, which J and K open. */
  among?: readonly string[]
}

export function OrderNumber({ id, number, among }: Props) {
  const { order } = useTexts(texts)
  return (
    <Link
      to="/orders/$orderId"
      params={{ orderId: id }}
      {...(among && { state: { opened: { ids: among, at: among.indexOf(id) } } })}
      aria-label={order(number)}
      className={`${rowLink} numbers`}
    >
      {number}
    </Link>
  )
}
