import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './logo.module.css'

export function Logo() {
  const t = useTexts(texts)
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--mantine-color-ink-8)" />
        <path
          d="M9 12.5h12.5l-3.4-3.6M23 19.5H10.5l3.4 3.6"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t.product}
    </span>
  )
}
