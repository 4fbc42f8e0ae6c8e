import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lastRefusalQuery } from '../../api/requests.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { useRefusal } from '../refusals/use-refusal.js'
import { texts } from './texts.js'

interface Props {
  id: string
  takenAt?: string | undefined
}

/** Why the searched order is missing, or not as it was sent: its last request was refused. */
export function RefusedOrder({ id, takenAt }: Props) {
  const t = useTexts(texts)
  const { shortTime } = useFormats()
  const refusalText = useRefusal()
  const { data: refusal } = useQuery(lastRefusalQuery(id))
  if (!refusal || (takenAt !== undefined && takenAt >= refusal.at)) return null
  return (
    <Alert
      mb="md"
      color="red"
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
      title={t.refused(id, shortTime(refusal.at))}
    >
      <p>{refusalText({ ...refusal, detail: refusal.detail ?? '' })}</p>
      <Link to="/platform" search={{ orderId: id, id: refusal.id }}>
        {t.open}
      </Link>
    </Alert>
  )
}
