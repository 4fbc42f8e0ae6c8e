import { Link } from '@tanstack/react-router'
import { rowLink } from '../layout/data-table.js'

interface Props {
  id: string
  number: string
  /** What the link is called: the number alone says little to who can't see the column. */
  label: string
}

/** An order's number in the first cell of a row: the row leads to the order. */
export function OrderNumber({ id, number, label }: Props) {
  return (
    <Link to="/orders/$orderId" params={{ orderId: id }} aria-label={label} className={`${rowLink} numbers`}>
      {number}
    </Link>
  )
}
