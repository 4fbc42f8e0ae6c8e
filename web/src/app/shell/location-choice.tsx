import { NativeSelect } from '@mantine/core'
import type { Me } from '@obmen/contract/rest'
import { chooseLocation } from '../../api/location.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './location-choice.module.css'

/** The location whose data is shown; people of several locations choose. */
export function LocationChoice({ me }: { me: Me }) {
  const t = useTexts(texts)
  const names = new Map(me.roles.map(({ locationId, locationName }) => [locationId, locationName]))
  const locations = [...names].flatMap(([value, label]) =>
    value === null ? [] : [{ value, label: label ?? value }],
  )
  if (me.location === null) return null
  if (locations.length < 2) return <p className={classes.name}>{me.location.name}</p>
  return (
    <NativeSelect
      className={classes.choice ?? ''}
      aria-label={t.locationChoice}
      size="xs"
      data={locations}
      value={me.location.id}
      onChange={event => {
        chooseLocation(event.currentTarget.value)
        // Everything on the page belongs to the location: it is reloaded, including the live connection.
        window.location.reload()
      }}
    />
  )
}
