import { Link } from '@tanstack/react-router'
import { rowLink } from '../layout/data-table.js'

interface Props {
  id: string
  number: string
  /** Accessible name of the link: the number alone says little without the column. */
  label: string
}

export function OrderNumber({ id, number, label }: Props) {
  return (
    <Link to="/orders/$orderId" params={{ orderId: id }} aria-label={label} className={`${rowLink} numbers`}>
      {number}
    </Link>
  )
}
