import type { ReactNode } from 'react'
import classes from './filters.module.css'

/** A search field with a few elements beside it: for lists with no conditions to hide. */
export function SearchBar({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all assistive technology yet
    <div role="search" className={classes.bar}>
      {children}
    </div>
  )
}
