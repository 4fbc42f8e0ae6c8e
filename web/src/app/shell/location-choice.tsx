import { NativeSelect } from '@mantine/core'
import type { Me } from '@obmen/contract/rest'
import { chooseLocation } from '../../api/location.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './location-choice.module.css'

/** Whose data is shown; who administers several locations chooses among them. */
export function LocationChoice({ me }: { me: Me }) {
  const t = useTexts(texts)
  const administered = me.roles.flatMap(({ role, locationId, locationName }) =>
    role === 'location-administrator' && locationId !== null
      ? [{ value: locationId, label: locationName ?? locationId }]
      : [],
  )
  if (me.location === null) return null
  if (administered.length < 2) return <p className={classes.name}>{me.location.name}</p>
  return (
    <NativeSelect
      className={classes.choice ?? ''}
      aria-label={t.locationChoice}
      size="xs"
      data={administered}
      value={me.location.id}
      onChange={event => {
        chooseLocation(event.currentTarget.value)
        // Everything on the page belongs to the location: it is read anew, the live connection included.
        window.location.reload()
      }}
    />
  )
}
