import { NativeSelect } from '@mantine/core'
import { chooseLocation } from '../../api/location.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './location-choice.module.css'

interface Props {
  locations: { value: string; label: string }[]
  chosen: string
}

export default function LocationSelect({ locations, chosen }: Props) {
  const t = useTexts(texts)
  return (
    <NativeSelect
      className={classes.choice ?? ''}
      aria-label={t.locationChoice}
      size="xs"
      data={locations}
      value={chosen}
      onChange={event => {
        chooseLocation(event.currentTarget.value)
        // Everything on the page belongs to the location: it is reloaded, including the live connection.
        window.location.reload()
      }}
    />
  )
}
