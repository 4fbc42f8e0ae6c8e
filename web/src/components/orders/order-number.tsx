import { Link } from '@tanstack/react-router'
import { useTexts } from '../../texts/language.js'
import { rowLink } from '../layout/data-table.js'
import { texts } from '../texts.js'

interface Props {
  id: string
  number: string
}

export function OrderNumber({ id, number }: Props) {
  const { order } = useTexts(texts)
  return (
    <Link
      to="/orders/$orderId"
      params={{ orderId: id }}
      aria-label={order(number)}
      className={`${rowLink} numbers`}
    >
      {number}
    </Link>
  )
}
