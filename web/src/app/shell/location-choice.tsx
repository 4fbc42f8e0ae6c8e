import type { Me } from '@obmen/contract/rest'
import { lazy, Suspense } from 'react'
import classes from './location-choice.module.css'

const LocationSelect = lazy(() => import('./location-select.js'))

/** The location whose data is shown; people of several locations choose. */
export function LocationChoice({ me: { roles, location } }: { me: Me }) {
  const names = new Map(roles.map(({ locationId, locationName }) => [locationId, locationName]))
  const locations = [...names].flatMap(([value, label]) =>
    value === null ? [] : [{ value, label: label ?? value }],
  )
  if (location === null) return null
  const name = <p className={classes.name}>{location.name}</p>
  if (locations.length < 2) return name
  return (
    <Suspense fallback={name}>
      <LocationSelect locations={locations} chosen={location.id} />
    </Suspense>
  )
}
