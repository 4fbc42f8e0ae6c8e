import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/language.js'
import classes from './help-link.module.css'
import type { HelpPlace } from './help-places.js'
import { texts } from './texts.js'

/** «В справке»: links to the section of the guide about the subject beside it. */
export function HelpLink({ place, about }: { place: HelpPlace | null; about: string }) {
  const t = useTexts(texts)
  if (place === null) return null
  const { chapter, hash } = place
  return (
    <Link
      to="/help/$chapter"
      params={{ chapter }}
      hash={hash}
      className={classes.link}
      aria-label={`${t.inHelp}: ${about}`}
    >
      {t.inHelp}
    </Link>
  )
}
